package io.rolemeter.collect.caller;

import io.rolemeter.aws.AwsAccess;
import io.rolemeter.aws.AwsFailure;
import io.rolemeter.collect.Collector;
import io.rolemeter.config.Settings;
import io.rolemeter.model.CallerAnswer;
import io.rolemeter.model.CallerIdentity;
import io.rolemeter.model.CallerSubject;
import io.rolemeter.model.CallersFact;
import io.rolemeter.model.CollectorName;
import io.rolemeter.model.FailureReason;
import io.rolemeter.model.KeyId;
import io.rolemeter.model.OwnChain;
import io.rolemeter.model.SafeText;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/**
 * Asks STS who the caller is: with the credentials of the instance's role, and with what the default chain of this process
 * finds. The call needs no permission and cannot be denied, so an identity says nothing about rights.
 */
public final class CallerCollector implements Collector {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final AwsAccess aws;
    private final Duration interval;
    private final ChainQuestion chain;
    private final Clock clock;

    /** @param chain how the collector before this one asked about the default chain, or a new one */
    public CallerCollector(AwsAccess aws, Settings.Caller settings, ChainQuestion chain, Clock clock) {
        this.aws = aws;
        this.interval = settings.interval();
        this.chain = chain;
        this.clock = clock;
    }

    @Override
    public CollectorName name() {
        return CollectorName.CALLER;
    }

    @Override
    public Duration interval() {
        return interval;
    }

    @Override
    public CallersFact collect() {
        Map<CallerSubject, CallerAnswer> answers = new EnumMap<>(CallerSubject.class);
        CallerAnswer role = instanceRole();
        answers.put(CallerSubject.INSTANCE_ROLE, role);
        AtomicReference<@Nullable KeyId> key = new AtomicReference<>();
        answers.put(CallerSubject.DEFAULT_CHAIN, chain.ask(() -> defaultChain(role, key::set)));
        OwnChain own = new OwnChain(SafeText.of(System.getProperty("user.name", "")), Optional.ofNullable(key.get()));
        return new CallersFact(clock.instant(), answers, aws.clients().clockSkew(), Optional.of(own));
    }

    private CallerAnswer instanceRole() {
        return aws.role().present()
                ? ask(aws.role())
                : new CallerAnswer.Unidentified(
                        FailureReason.NO_CREDENTIALS, "the metadata service has given no credentials");
    }

    /**
     * A new chain each time: an old one would go on with what it found first, long after that is gone. Where it ends with the
     * credentials that this agent holds already, STS would say the same again, so it is not asked twice.
     *
     * @param found hears of the key that comes before the instance's
     */
    private CallerAnswer defaultChain(CallerAnswer role, Consumer<KeyId> found) {
        Optional<AwsCredentials> nearer = DefaultChain.beforeTheInstance();
        nearer.flatMap(credentials -> KeyId.of(credentials.accessKeyId())).ifPresent(found);
        if (nearer.isPresent()) {
            return ask(nearer::get);
        }
        Optional<Boolean> instance = DefaultChain.asksTheInstance();
        if (instance.isEmpty()) {
            return new CallerAnswer.Unidentified(
                    FailureReason.NO_CREDENTIALS,
                    "AWS_EC2_METADATA_DISABLED is neither true nor false, and the SDK for Java fails at that");
        }
        if (aws.role().present() && instance.get()) {
            return role;
        }
        try (DefaultCredentialsProvider whole =
                DefaultCredentialsProvider.builder().build()) {
            return ask(whole);
        }
    }

    private CallerAnswer ask(AwsCredentialsProvider credentials) {
        Optional<String> region = aws.region();
        if (region.isEmpty()) {
            return new CallerAnswer.Unidentified(
                    FailureReason.INVALID_REQUEST,
                    "no region is known: the metadata service does not tell it, and aws.region is not set");
        }
        try (StsClient sts = aws.clients().sts(region.get(), credentials, TIMEOUT)) {
            return identified(sts.getCallerIdentity());
        } catch (SdkException e) {
            AwsFailure failure = AwsFailure.of(e);
            return new CallerAnswer.Unidentified(failure.reason(), failure.detail());
        }
    }

    private static CallerAnswer identified(GetCallerIdentityResponse answer) {
        if (answer.arn() == null || answer.account() == null) {
            return new CallerAnswer.Unidentified(FailureReason.UNEXPECTED_ANSWER, "STS answered without an ARN");
        }
        return new CallerAnswer.Identified(CallerIdentity.of(SafeText.of(answer.arn()), SafeText.of(answer.account())));
    }
}
