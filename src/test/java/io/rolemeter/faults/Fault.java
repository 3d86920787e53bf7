package io.rolemeter.faults;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Something that goes wrong.
 *
 * @param said what a door says instead of the service
 * @param rewriting of what the service said
 */
record Fault(String name, Manner manner, Function<Target, String> said, BiFunction<Target, String, String> rewriting) {
    static final Fault NONE = new Fault("none", Manner.PASS, "");

    private static final String HTML = "<html><body>Please sign in</body></html>";
    private static final String OK = "{\"ok\":true}";

    private Fault(String name, Manner manner, String said) {
        this(name, manner, target -> said);
    }

    private Fault(String name, Manner manner, Function<Target, String> said) {
        this(name, manner, said, (target, answer) -> answer);
    }

    /** Whether those who ask have to wait until they lose patience. */
    boolean hangs() {
        return manner == Manner.SWALLOW || manner == Manner.HOLD || manner == Manner.DRIP;
    }

    /** @param elsewhere where a redirect leads; nobody must ever come there */
    static List<Fault> all(String elsewhere) {
        return List.of(
                new Fault("refused", Manner.REFUSE, ""),
                new Fault("html", Manner.ANSWER, Target.response(200, "Content-Type: text/html\r\n", HTML)),
                new Fault("403", Manner.ANSWER, target -> target.refusal(403, "AccessDenied")),
                new Fault("5xx", Manner.ANSWER, target -> target.refusal(503, "ServiceUnavailable")),
                new Fault("redirect", Manner.ANSWER, Target.response(302, "Location: " + elsewhere + "\r\n", "")),
                new Fault("reset", Manner.RESET, Target.head(200, "Content-Length: 500\r\n") + "{\"o"),
                new Fault("truncated", Manner.ANSWER, Target.head(200, "Content-Length: 500\r\n") + "{\"o"),
                new Fault("wrong-length", Manner.ANSWER, Target.head(200, "Content-Length: 4\r\n") + OK),
                new Fault("endless", Manner.FLOOD, Target.head(200, "")),
                new Fault("empty", Manner.ANSWER, Target.response(200, "", "")),
                new Fault(
                        "charset",
                        Manner.ANSWER,
                        Target.response(
                                200,
                                "Content-Type: application/json\r\n",
                                "\u00ff\u00fe{\u0000\"\u0000o\u0000\u00c3(")),
                new Fault(
                        "nested",
                        Manner.ANSWER,
                        Target.response(200, "Content-Type: application/json\r\n", "[".repeat(100_000))),
                new Fault("401", Manner.ANSWER, Target.response(401, "Content-Type: text/plain\r\n", "No.")),
                new Fault("404", Manner.ANSWER, Fault::missing),
                new Fault("429", Manner.ANSWER, target -> target.refusal(429, "TooManyRequestsException")),
                expiredToken(),
                anHourOff(),
                new Fault("tls", Manner.NO_TLS, "Do you speak HTTP?\r\n"),
                new Fault("dns", Manner.NO_NAME, ""),
                new Fault("black-hole", Manner.SWALLOW, ""),
                new Fault("silent", Manner.HOLD, ""),
                new Fault("drip", Manner.DRIP, Target.head(200, "Content-Length: 100000\r\n")));
    }

    private static String missing(Target target) {
        return target.refusal(404, target == Target.S3 ? "NoSuchKey" : "ResourceNotFoundException");
    }

    /** The metadata service goes on to hand out what has ended. */
    private static Fault expiredToken() {
        return new Fault(
                "expired-token",
                Manner.REWRITE,
                target -> target == Target.HTTP ? target.refusal(401, "") : target.refusal(400, "ExpiredToken"),
                (target, answer) ->
                        target == Target.IMDS ? answer.replaceAll("(\"Expiration\"\\s*:\\s*\")\\d{4}", "$12020") : "");
    }

    /** What signs itself by its clock refuses what is an hour old; the others only say what time it is. */
    private static Fault anHourOff() {
        return new Fault(
                "clock",
                Manner.REWRITE,
                target -> target.refusal(403, "RequestTimeTooSkewed").replaceFirst("\r\n", "\r\n" + date() + "\r\n"),
                (target, answer) ->
                        target == Target.S3 || target == Target.AWS ? "" : answer.replaceFirst("Date: [^\r]*", date()));
    }

    private static String date() {
        return "Date: "
                + DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        Instant.now().plus(Duration.ofHours(1)).atZone(ZoneOffset.UTC));
    }
}
