package io.rolemeter.aws;

import io.rolemeter.model.DeniedAction;
import io.rolemeter.model.DeniedAction.Because;
import io.rolemeter.model.SafeText;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the sentence that AWS denies with, wherever it stands in a message: with EC2's words before it, with the policy's ARN
 * and a link after it as since 2026, broken over lines, or within what an SDK made of it.
 *
 * <pre>
 * User: ARN is not authorized to perform: ACTION on resource: ARN because no TYPE policy allows the ACTION action
 * User: ARN is not authorized to perform: ACTION on resource: ARN with an explicit deny in a TYPE policy: ARN
 * </pre>
 */
public final class Denial {
    /** The sentence comes first, or after a few words; what follows may be as long as it likes. */
    private static final int SEARCHED = 4096;

    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");
    private static final Pattern SENTENCE = Pattern.compile(
            "User: (arn:aws[\\w-]*:(?:iam|sts)::\\d{12}:\\S{1,512})"
                    + " is not authorized to perform: ([\\w-]{1,64}:\\w{1,128})(?: on resource: (?:\"([^\"]{1,2048})\"|(\\S{1,2048})))?");
    private static final Pattern NOT_ALLOWED =
            Pattern.compile("because (?:no|the) ([\\w -]{1,80}?) allows? the \\S+ action");
    private static final Pattern EXPLICIT_DENY = Pattern.compile(
            "with an explicit deny in (?:an? |the )?([\\w -]{1,120})" + "(?:: (arn:[^\\s\\])]{1,512}))?");

    /** What may follow the type without a mark between them. */
    private static final Pattern AFTER_TYPE = Pattern.compile(" Go to .*$");

    private Denial() {}

    /** What the message denies; empty when it does not hold the sentence. */
    public static Optional<DeniedAction> read(String message) {
        String bounded = message.length() > SEARCHED ? message.substring(0, SEARCHED) : message;
        String line = WHITE_SPACE.matcher(bounded).replaceAll(" ");
        Matcher sentence = SENTENCE.matcher(line);
        if (!sentence.find()) {
            return Optional.empty();
        }
        String rest = line.substring(sentence.end()).stripLeading();
        Matcher notAllowed = NOT_ALLOWED.matcher(rest);
        Matcher denied = EXPLICIT_DENY.matcher(rest);
        if (notAllowed.lookingAt()) {
            return Optional.of(denied(sentence, Because.NOT_ALLOWED, notAllowed.group(1), null));
        }
        return Optional.of(
                denied.lookingAt()
                        ? denied(sentence, Because.EXPLICIT_DENY, denied.group(1), denied.group(2))
                        : denied(sentence, Because.NOT_SAID, null, null));
    }

    private static DeniedAction denied(
            Matcher sentence, Because because, @Nullable String type, @Nullable String policyArn) {
        return new DeniedAction(
                SafeText.of(sentence.group(1)),
                SafeText.of(sentence.group(2)),
                bare(sentence.group(3) == null ? sentence.group(4) : sentence.group(3)),
                because,
                Optional.ofNullable(type)
                        .map(text -> SafeText.of(AFTER_TYPE.matcher(text).replaceFirst(""))),
                bare(policyArn));
    }

    /** Without the sentence's own full stop or bracket. */
    private static Optional<String> bare(@Nullable String name) {
        return Optional.ofNullable(name)
                .map(text -> SafeText.of(text.replaceFirst("[.,\\])]+$", "")))
                .filter(text -> !text.isEmpty());
    }
}
