package io.rolemeter.collect.probe.kinds;

import io.rolemeter.aws.ApiRequest;
import io.rolemeter.aws.ApiService;
import io.rolemeter.config.Section;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which API an {@link AwsApi} probe calls, in one of the three forms that AWS has.
 *
 * @param call makes the request of this form to a service
 * @param permission the IAM action of the call, where the form tells
 * @param title what the call is, for a person
 */
record ApiForm(Service service, Function<ApiService, ApiRequest> call, Optional<String> permission, String title) {
    private static final String NAME = "[a-z0-9][a-z0-9.-]*";
    private static final List<String> FORMS = List.of("action", "target", "path");

    /** Which service, and where. */
    record Service(String name, Optional<String> signingName, Optional<String> region) {
        String signed() {
            return signingName.orElseGet(() -> ApiService.of(name, "").signingName());
        }
    }

    static ApiForm read(Section own) {
        Service service = new Service(
                own.required("service", "a service such as ec2", text -> matching(text, NAME))
                        .orElse(""),
                own.value("signing_name", "a service such as bedrock", text -> matching(text, NAME)),
                own.region("region"));
        List<String> forms = FORMS.stream().filter(own::has).toList();
        if (forms.size() != 1) {
            own.problem("names " + (forms.isEmpty() ? "no call" : "more than one call")
                    + "; expected exactly one of action, target, path");
        }
        if (own.has("target")) {
            return json(own, service);
        }
        return own.has("path") ? rest(own, service) : query(own, service);
    }

    private static ApiForm query(Section own, Service service) {
        Optional<String> action = own.value("action", "an action such as DescribeInstances", ApiForm::word);
        String version = !own.has("action")
                ? ""
                : own.required("version", "the API's version, such as 2016-11-15", text -> matching(text, "[0-9-]{10}"))
                        .orElse("");
        Map<String, String> parameters = own.map("parameters");
        return new ApiForm(
                service,
                api -> ApiRequest.query(api, action.orElse(""), version, parameters),
                action.map(name -> service.signed() + ":" + name),
                service.name() + " " + action.orElse(""));
    }

    private static ApiForm json(Section own, Service service) {
        Optional<String> target = own.value(
                "target", "a target such as DynamoDB_20120810.DescribeTable", text -> matching(text, "[\\w.]+\\.\\w+"));
        String version = own.value("json_version", "\"1.0\" or \"1.1\"", text -> matching(text, "1\\.[01]"))
                .orElse("1.0");
        String body = own.json("body").map(RequestContent::text).orElse("{}");
        String action =
                target.map(name -> name.substring(name.lastIndexOf('.') + 1)).orElse("");
        return new ApiForm(
                service,
                api -> ApiRequest.json(api, target.orElse(""), version, body),
                Optional.of(service.signed() + ":" + action),
                service.name() + " " + action);
    }

    private static ApiForm rest(Section own, Service service) {
        Optional<String> path = own.value("path", "a path that begins with /, without a query", ApiForm::path);
        RequestContent content = RequestContent.read(own);
        Map<String, String> query = own.map("query");
        return new ApiForm(
                service,
                api -> ApiRequest.rest(api, content.method(), path.orElse("/"), content.body())
                        .with(query, content.headers()),
                Optional.empty(),
                service.name() + " " + content.method() + " " + path.orElse("/"));
    }

    Optional<String> region() {
        return service.region();
    }

    ApiRequest request(String region) {
        ApiService api = ApiService.of(service.name(), region);
        return call.apply(service.signingName().map(api::signedAs).orElse(api));
    }

    @Override
    public String toString() {
        return title;
    }

    private static Optional<String> word(String text) {
        return matching(text, "\\w+");
    }

    /** What a signature covers as a path: a query in it would be signed as something else than it is. */
    private static Optional<String> path(String text) {
        try {
            return matching(text, "/[!-~&&[^?#]]*")
                    .filter(path ->
                            path.equals(URI.create("https://host" + path).getRawPath()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> matching(String text, String pattern) {
        return Optional.of(text).filter(one -> one.matches(pattern));
    }
}
