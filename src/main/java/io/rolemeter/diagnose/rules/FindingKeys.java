package io.rolemeter.diagnose.rules;

import io.rolemeter.diagnose.Command;
import io.rolemeter.model.CallerSubject;
import io.rolemeter.model.CallersFact;
import io.rolemeter.model.Facts;
import io.rolemeter.model.Finding;
import io.rolemeter.model.FoundKey;
import io.rolemeter.model.KeyId;
import io.rolemeter.model.KeysFact;
import io.rolemeter.model.OwnChain;
import io.rolemeter.model.Place;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which static keys findings are about. */
public final class FindingKeys {
    private static final Set<Place> CHAIN_FILES = EnumSet.of(Place.SHARED_CREDENTIALS_FILE, Place.CONFIG_FILE);

    private FindingKeys() {}

    /** The masked ids of the keys: of the one that is the subject, or of those that the subject uses or holds. */
    public static Set<String> of(Finding finding, Facts facts) {
        if (finding.subject().equals(CallerSubject.DEFAULT_CHAIN.label())) {
            return ownKey(facts).map(KeyId::masked).map(Set::of).orElse(Set.of());
        }
        Stream<String> used = StaticKeyUsers.of(facts).stream()
                .filter(workload -> workload.name().equals(finding.subject()))
                .flatMap(workload -> workload.credential().keyId().stream())
                .map(KeyId::masked);
        Stream<String> found = keys(facts).stream()
                .filter(Keys::liveAndStatic)
                .filter(key -> Keys.holder(key).equals(finding.subject())
                        || key.keyId().masked().equals(finding.subject()))
                .map(key -> key.keyId().masked());
        return Stream.concat(used, found).collect(Collectors.toSet());
    }

    /** The files from which this process's default chain takes its key, as far as such a file has it. */
    public static List<FoundKey> ofOwnChain(Facts facts) {
        Optional<OwnChain> own = facts.callers().flatMap(CallersFact::ownChain);
        List<FoundKey> files = keys(facts).stream()
                .filter(Keys::liveAndStatic)
                .filter(key -> CHAIN_FILES.contains(key.place()))
                .filter(key -> ownKey(facts).filter(key.keyId()::equals).isPresent())
                .toList();
        List<FoundKey> owned = files.stream()
                .filter(key -> key.location().owner().equals(own.map(OwnChain::user)))
                .toList();
        return owned.isEmpty() && files.size() == 1 ? files : owned;
    }

    /** As in {@code user deploy (key AKIA… in /home/deploy/.aws/credentials:2)}: whose default chain it is. */
    static String ownUser(Facts facts) {
        List<FoundKey> files = ofOwnChain(facts);
        Optional<OwnChain> own = facts.callers().flatMap(CallersFact::ownChain);
        String user = files.stream()
                .flatMap(key -> key.location().owner().stream())
                .findFirst()
                .or(() -> own.map(OwnChain::user))
                .filter(name -> !name.isEmpty())
                .map(name -> "user " + name)
                .orElse("the user whom Rolemeter runs as");
        String where =
                files.stream().findFirst().map(key -> " in " + key.location()).orElse("");
        return user + ownKey(facts).map(key -> " (key " + key + where + ")").orElse("");
    }

    /** A sentence: how the default chain of this process is rid of its key. */
    static String removal(Facts facts) {
        List<String> files = ofOwnChain(facts).stream()
                .map(key -> Command.spoken(key.location().toString()))
                .toList();
        return files.isEmpty()
                ? "Remove the key from ~/.aws/credentials and ~/.aws/config of the user whom Rolemeter runs as, and from the"
                        + " environment that Rolemeter is started with."
                : "Remove the key from " + String.join(" and ", files) + ".";
    }

    private static Optional<KeyId> ownKey(Facts facts) {
        return facts.callers()
                .flatMap(CallersFact::ownChain)
                .flatMap(OwnChain::key)
                .filter(key -> key.kind().isStatic());
    }

    private static List<FoundKey> keys(Facts facts) {
        return facts.keys().map(KeysFact::keys).orElse(List.of());
    }
}
