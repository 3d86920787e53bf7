package io.rolemeter.collect.logs;

import io.rolemeter.model.LogError;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The words by which programs complain of credentials in their logs: AWS's error codes and messages, and what SDKs and the CLI
 * say of their own. Words that other programs use as well count only where AWS's tools write them.
 */
final class ErrorWords {
    private static final String EXCEPTION = "Exception";
    private static final List<Word> ALL = List.of(
            code(LogError.EXPIRED_TOKEN, "ExpiredToken"),
            code(LogError.EXPIRED_TOKEN, "RequestExpired"),
            text(LogError.EXPIRED_TOKEN, "security token included in the request is expired"),
            text(LogError.EXPIRED_TOKEN, "provided token has expired."),
            code(LogError.INVALID_KEY, "InvalidClientTokenId"),
            code(LogError.INVALID_KEY, "InvalidAccessKeyId"),
            code(LogError.INVALID_KEY, "UnrecognizedClient"),
            text(LogError.INVALID_KEY, "security token included in the request is invalid"),
            text(LogError.INVALID_KEY, "Access Key Id you provided does not exist"),
            text(LogError.INVALID_KEY, "validate the provided access credentials"),
            text(LogError.INVALID_KEY, "token is malformed or otherwise invalid"),
            code(LogError.BAD_SIGNATURE, "SignatureDoesNotMatch"),
            code(LogError.BAD_SIGNATURE, "InvalidSignature"),
            text(LogError.BAD_SIGNATURE, "request signature we calculated does not match"),
            text(LogError.CLOCK_SKEW, "Signature expired: "),
            text(LogError.CLOCK_SKEW, "Signature not yet current: "),
            code(LogError.CLOCK_SKEW, "RequestTimeTooSkewed"),
            code(LogError.CLOCK_SKEW, "RequestInTheFuture"),
            text(LogError.CLOCK_SKEW, "request time and the current time is too large"),
            text(LogError.NO_CREDENTIALS, "Unable to locate credentials"),
            text(LogError.NO_CREDENTIALS, "Partial credentials found in"),
            text(LogError.NO_CREDENTIALS, "The config profile ("),
            text(LogError.NO_CREDENTIALS, "load credentials from any"),
            text(LogError.NO_CREDENTIALS, "Unable to load AWS credentials"),
            text(LogError.NO_CREDENTIALS, "CredentialsProviderError"),
            text(LogError.NO_CREDENTIALS, "Credential is missing"),
            text(LogError.NO_CREDENTIALS, "Missing credentials in config"),
            text(LogError.NO_CREDENTIALS, "failed to refresh cached credentials"),
            text(LogError.NO_CREDENTIALS, "NoCredentialProviders"),
            text(LogError.NO_CREDENTIALS, "CredentialRetrievalError"),
            text(LogError.NO_CREDENTIALS, "request without credentials set"),
            code(LogError.NO_CREDENTIALS, "MissingAuthenticationToken"),
            text(LogError.ACCESS_DENIED, "is not authorized to perform: "),
            code(LogError.ACCESS_DENIED, "UnauthorizedOperation"),
            new Word(LogError.ACCESS_DENIED, "AccessDenied", ErrorWords::isAwsOwn),
            text(LogError.ACCESS_DENIED, "Access Denied (Service: "),
            text(LogError.IMDS, "from instance metadata service"),
            text(LogError.IMDS, "EC2 Metadata token request returned"),
            text(LogError.IMDS, "EC2 Metadata roleName request returned"),
            text(LogError.IMDS, "no EC2 IMDS role found"),
            text(LogError.IMDS, "operation error ec2imds"),
            text(LogError.IMDS, "load credentials from IMDS"),
            text(LogError.IMDS, "MetadataRetrievalError"),
            text(LogError.IMDS, "the instance profile metadata service"),
            text(LogError.IMDS, "EC2 Instance Metadata Service"));

    /** What may stand before a code that other programs know as well, so that it is AWS's. */
    private static final List<String> BEFORE_AWS_OWN =
            List.of("An error occurred (", "api error ", "Error Code: ", "<Code>");

    private ErrorWords() {}

    /** Decides by what surrounds a word whether it means the error. */
    private interface Condition {
        boolean holds(byte[] text, int start, int end, int to);
    }

    /** One word and what it means. */
    record Word(LogError error, String text, Condition condition) {
        /** Whether the word, which stands at {@code start}, means its error there. */
        boolean countsAt(byte[] log, int start, int to) {
            return condition.holds(log, start, start + text.length(), to);
        }
    }

    static List<Word> all() {
        return ALL;
    }

    private static Word text(LogError error, String text) {
        return new Word(error, text, (log, start, end, to) -> true);
    }

    /** A code stands alone, or as the name of an exception. */
    private static Word code(LogError error, String code) {
        return new Word(error, code, ErrorWords::isWhole);
    }

    private static boolean isWhole(byte[] log, int start, int end, int to) {
        int after = standsAt(log, end, to, EXCEPTION) ? end + EXCEPTION.length() : end;
        return (start == 0 || !isOfName(log[start - 1]) || isEscape(log, start - 1))
                && (after >= to || !isOfName(log[after]));
    }

    /** The end of a line or a tab in JSON, whose letter is of no name. */
    private static boolean isEscape(byte[] log, int at) {
        return at > 0 && log[at - 1] == '\\' && (log[at] == 'n' || log[at] == 't' || log[at] == 'r');
    }

    /** {@code AccessDeniedException} is Java's own, and Spring's: it counts where one of AWS's tools says whose it is. */
    private static boolean isAwsOwn(byte[] log, int start, int end, int to) {
        if (!isWhole(log, start, end, to)) {
            return false;
        }
        boolean exception = standsAt(log, end, to, EXCEPTION);
        boolean message = standsAt(log, end, to, ": Access Denied") || standsAt(log, end, to, ": User: arn:");
        boolean quoted = start > 0 && (log[start - 1] == '\'' || log[start - 1] == '"');
        if (!exception && (message || quoted)) {
            return true;
        }
        return BEFORE_AWS_OWN.stream()
                .anyMatch(words -> start >= words.length() && standsAt(log, start - words.length(), to, words));
    }

    private static boolean standsAt(byte[] log, int at, int to, String words) {
        if (at + words.length() > to) {
            return false;
        }
        byte[] bytes = words.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < bytes.length; i++) {
            if (log[at + i] != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOfName(byte character) {
        return (character > 0 && Character.isLetterOrDigit(character)) || character == '_' || character == '$';
    }
}
