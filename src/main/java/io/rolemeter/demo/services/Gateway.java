package io.rolemeter.demo.services;

import io.rolemeter.demo.account.Identities;
import io.rolemeter.demo.account.Principal;
import io.rolemeter.demo.http.Request;
import io.rolemeter.demo.http.Response;
import io.rolemeter.demo.http.Service;
import io.rolemeter.demo.signing.Authentication;
import io.rolemeter.demo.signing.Authenticator;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One port for many services of AWS: each request is for the one that it is signed for. */
public final class Gateway implements Service {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final Pattern SCOPE = Pattern.compile("Credential=[A-Z0-9]+/\\d{8}/[a-z0-9-]+/([a-z0-9-]+)/");

    /** What a service answers to somebody whom it knows. */
    interface Operations {
        Response answer(Principal principal, Request request);
    }

    private record Behind(Words words, Operations operations) {}

    private static final Map<String, Behind> SERVICES = Map.of(
            "access-analyzer", new Behind(Words.JSON, PolicyValidation::answer),
            "bedrock", new Behind(Words.JSON, FoundationModels::answer),
            "ec2", new Behind(Words.COMPUTE, ComputeCloud::answer),
            "iam", new Behind(Words.QUERY, AccountQueries::keys),
            "kinesisvideo", new Behind(Words.JSON, VideoStreams::answer),
            "sns", new Behind(Words.QUERY, AccountQueries::applications));

    private final Identities identities;
    private final Clock clock;

    /** The services of the account whose identities these are. */
    public Gateway(Identities identities, Clock clock) {
        this.identities = identities;
        this.clock = clock;
    }

    @Override
    public Response answer(Request request) {
        Matcher scope = SCOPE.matcher(request.header("authorization").orElse(""));
        String name = scope.find() ? scope.group(1) : "";
        Behind service = SERVICES.get(name);
        if (service == null) {
            return Words.JSON.error(404, "UnknownOperationException", "No service is signed for like this");
        }
        Authentication authentication = new Authenticator(identities, clock, name, TOLERANCE).authenticate(request);
        return authentication instanceof Authentication.Signed signed
                ? service.operations().answer(signed.principal(), request)
                : service.words().refuse(((Authentication.Refused) authentication).refusal());
    }
}
