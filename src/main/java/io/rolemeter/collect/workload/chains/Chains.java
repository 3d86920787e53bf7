package io.rolemeter.collect.workload.chains;

import io.rolemeter.collect.workload.view.ProcessView;
import io.rolemeter.model.ChainStep;
import io.rolemeter.model.ChosenCredential;
import io.rolemeter.model.CredentialSource;
import io.rolemeter.model.KeyId;
import io.rolemeter.model.SafeText;
import io.rolemeter.model.Sdk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The list of chains, and how one is asked. */
public final class Chains {
    private static final Map<Sdk, ProviderChain> ALL = Map.of(
            Sdk.BOTOCORE, new Botocore("AWS_DEFAULT_PROFILE", "AWS_PROFILE", false),
            Sdk.AWS_CLI, new Botocore("AWS_PROFILE", "AWS_DEFAULT_PROFILE", true),
            Sdk.JAVASCRIPT_V3, new JavaScriptV3(),
            Sdk.JAVASCRIPT_V2, new JavaScriptV2(),
            Sdk.JAVA_V2, new JavaV2(),
            Sdk.JAVA_V1, new JavaV1(),
            Sdk.GO_V2, new GoV2(),
            Sdk.RUST, new Rust(),
            Sdk.UNKNOWN, new UnknownSdk());

    private Chains() {}

    /** What a process would use whose SDK is this one. */
    public static ChosenCredential choose(Sdk sdk, ProcessView view) {
        return ask(Objects.requireNonNull(ALL.get(sdk), sdk.label()).providers(view));
    }

    static ChosenCredential ask(List<Provider> providers) {
        List<ChainStep> steps = new ArrayList<>();
        Optional<ChosenCredential> chosen = Optional.empty();
        String end = "";
        for (Provider provider : providers) {
            Offer offer = provider.offer().get();
            if (chosen.isPresent()) {
                steps.add(step(provider, offer, false, notAsked(offer, end)));
                continue;
            }
            boolean wins = offer instanceof Offer.Credentials;
            steps.add(step(provider, offer, wins, offer.why()));
            chosen = ending(offer);
            end = provider.name();
        }
        ChosenCredential ended = chosen.orElse(
                new ChosenCredential(CredentialSource.NONE, Optional.empty(), Optional.empty(), List.of()));
        return new ChosenCredential(ended.source(), ended.keyId(), ended.origin(), steps);
    }

    private static Optional<ChosenCredential> ending(Offer offer) {
        if (offer instanceof Offer.Credentials found) {
            return Optional.of(new ChosenCredential(found.source(), found.keyId(), found.origin(), List.of()));
        }
        if (offer instanceof Offer.Failure) {
            return Optional.of(
                    new ChosenCredential(CredentialSource.NONE, Optional.empty(), Optional.empty(), List.of()));
        }
        return offer instanceof Offer.Unseen
                ? Optional.of(
                        new ChosenCredential(CredentialSource.UNKNOWN, Optional.empty(), Optional.empty(), List.of()))
                : Optional.empty();
    }

    private static String notAsked(Offer offer, String end) {
        return offer instanceof Offer.Nothing
                ? offer.why()
                : "not asked, the chain ends at " + end + "; " + offer.why();
    }

    private static ChainStep step(Provider provider, Offer offer, boolean wins, String why) {
        Optional<KeyId> keyId = offer instanceof Offer.Credentials found ? found.keyId() : Optional.empty();
        return new ChainStep(provider.name(), !(offer instanceof Offer.Nothing), keyId, wins, SafeText.of(why));
    }
}
