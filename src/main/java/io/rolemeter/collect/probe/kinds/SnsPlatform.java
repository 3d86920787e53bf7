package io.rolemeter.collect.probe.kinds;

import io.rolemeter.aws.ApiRequest;
import io.rolemeter.aws.ApiService;
import io.rolemeter.aws.Xml;
import io.rolemeter.collect.probe.Answer;
import io.rolemeter.collect.probe.AwsCall;
import io.rolemeter.collect.probe.Grant;
import io.rolemeter.collect.probe.Probe;
import io.rolemeter.collect.probe.ProbeKind;
import io.rolemeter.config.ProbeSettings;
import io.rolemeter.config.Section;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks SNS about an application of mobile push, which must be enabled; without one, whether the applications may be listed.
 * Needs {@code sns:GetPlatformApplicationAttributes}, or without an application {@code sns:ListPlatformApplications}. Free.
 *
 * <pre>{@code
 * sns-platform: { application_arn: "arn:aws:sns:us-east-1:111122223333:app/GCM/app" }
 * }</pre>
 */
public final class SnsPlatform implements ProbeKind {
    private static final String VERSION = "2010-03-31";

    @Override
    public String name() {
        return "sns-platform";
    }

    @Override
    public Probe read(ProbeSettings settings) {
        Section own = settings.own();
        Optional<String> application = own.value(
                "application_arn",
                "the ARN of an application, such as arn:aws:sns:us-east-1:111122223333:app/GCM/app",
                text -> Optional.of(text).filter(arn -> arn.matches("arn:aws[a-z-]*:sns:[a-z0-9-]+:\\d{12}:app/\\S+")));
        Optional<String> ownRegion = own.region("region").or(() -> application.map(arn -> arn.split(":", -1)[3]));
        String action = application.isPresent() ? "GetPlatformApplicationAttributes" : "ListPlatformApplications";
        Map<String, String> parameters =
                application.map(arn -> Map.of("PlatformApplicationArn", arn)).orElse(Map.of());
        return Probe.needing(
                scope -> List.of(Grant.of("sns:" + action, application.orElse("*"))),
                aws -> AwsCall.in(ownRegion, aws, region -> {
                    ApiService sns = ApiService.of("sns", region);
                    ApiRequest request = ApiRequest.query(sns, action, VERSION, parameters);
                    return judge(
                            Xml.parse(aws.clients()
                                            .call(request, aws.role(), settings.timeout())
                                            .orThrow()
                                            .body())
                                    .flatMap(root ->
                                            root.at(action + "Result").stream().findFirst()),
                            Allowed.with(settings));
                }));
    }

    private static Answer judge(Optional<Xml> result, Allowed allowed) {
        if (result.isEmpty()) {
            return Answer.Refused.unexpected("SNS answered something else than was asked");
        }
        boolean disabled = result.get().at("Attributes/entry").stream()
                .anyMatch(entry -> entry.text("key").equals(Optional.of("Enabled"))
                        && entry.text("value").equals(Optional.of("false")));
        return disabled
                ? allowed.unfit("the platform application is not enabled")
                : new Answer.Done("SNS answered about its platform applications");
    }
}
