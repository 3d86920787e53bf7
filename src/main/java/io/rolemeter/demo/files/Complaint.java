package io.rolemeter.demo.files;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

/** What the application {@code api} has written into its error log, as the AWS SDK for JavaScript words it. */
public enum Complaint {
    NONE("", ""),
    /** It holds on to credentials that have ended. */
    EXPIRED_TOKEN("ExpiredToken", "The security token included in the request is expired"),
    /** AWS does not know its key, or not any more. */
    REFUSED_KEY("InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records.");

    private static final List<Duration> AGES =
            List.of(Duration.ofMinutes(14), Duration.ofMinutes(9), Duration.ofMinutes(4));

    private final String code;
    private final String message;

    Complaint(String code, String message) {
        this.code = code;
        this.message = message;
    }

    /** The content of the log at that time. */
    String log(Instant now) {
        return this == NONE
                ? ""
                : AGES.stream().map(age -> error(now.minus(age))).collect(Collectors.joining());
    }

    private String error(Instant at) {
        return """
                %s ERROR uploads: %s: %s
                    at throwDefaultError (/srv/api/node_modules/@smithy/smithy-client/dist-cjs/index.js:867:20)
                    at async /srv/api/app.js:41:5 {
                  '$fault': 'client',
                  '$metadata': { httpStatusCode: 403, attempts: 1, totalRetryDelay: 0 },
                  Code: '%s'
                }
                """.formatted(at.truncatedTo(ChronoUnit.SECONDS), code, message, code);
    }
}
