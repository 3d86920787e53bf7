package io.rolemeter.aws;

import io.rolemeter.model.ImdsFailure;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.SdkHttpMethod;

/** What went wrong in an exchange with the metadata service. */
final class ImdsFailures {
    /** Of all that a socket can fail with, these alone come after somebody had answered the connection. */
    private static final Set<String> CONNECTED = Set.of("Connection reset", "Unexpected end of file from server");

    private ImdsFailures() {}

    /** Empty when the exchange gave what was asked for. */
    static Optional<ImdsFailure> of(Exchange exchange) {
        return exchange instanceof Exchange.Answered answered
                ? ofStatus(answered.response().statusCode())
                : Optional.of(ofCause(((Exchange.Broken) exchange).cause()));
    }

    private static Optional<ImdsFailure> ofStatus(int status) {
        if (status / 100 == 2) {
            return Optional.empty();
        }
        return Optional.of(
                switch (status) {
                    case 401 -> ImdsFailure.UNAUTHORIZED;
                    case 403 -> ImdsFailure.FORBIDDEN;
                    case 404 -> ImdsFailure.NOT_FOUND;
                    case 429 -> ImdsFailure.THROTTLED;
                    default -> status >= 500 ? ImdsFailure.UNAVAILABLE : ImdsFailure.MALFORMED;
                });
    }

    private static ImdsFailure ofCause(IOException cause) {
        if (cause instanceof SocketTimeoutException) {
            return ImdsFailure.TIMEOUT;
        }
        boolean notConnected = cause instanceof UnknownHostException
                || (cause instanceof SocketException && !CONNECTED.contains(String.valueOf(cause.getMessage())));
        return notConnected ? ImdsFailure.REFUSED : ImdsFailure.MALFORMED;
    }

    /** The same in a sentence; {@code exchange} is the last one, or null when none came about. */
    static ImdsAnswer.Failed describe(@Nullable Exchange exchange, String asked) {
        if (exchange == null) {
            return new ImdsAnswer.Failed(ImdsFailure.MALFORMED, asked + " could not be sent", false);
        }
        boolean token = exchange.request().method() == SdkHttpMethod.PUT;
        String request = (token ? "the request for a token" : asked) + " at "
                + exchange.request().host() + ":" + exchange.request().port();
        ImdsFailure failure = of(exchange).orElse(ImdsFailure.MALFORMED);
        return new ImdsAnswer.Failed(failure, request + " " + outcome(exchange, failure), token);
    }

    private static String outcome(Exchange exchange, ImdsFailure failure) {
        if (exchange instanceof Exchange.Answered answered) {
            int status = answered.response().statusCode();
            return failure == ImdsFailure.MALFORMED && status / 100 == 2
                    ? "was answered with something else than it should be"
                    : "was answered with HTTP " + status;
        }
        return switch (failure) {
            case TIMEOUT -> "was not answered in time";
            case REFUSED -> "could not be sent: nobody listens there, or no route leads there";
            default ->
                ((Exchange.Broken) exchange).cause() instanceof BoundedHttpClient.OversizedAnswerException tooLong
                        ? "was given up: " + tooLong.getMessage()
                        : "broke off";
        };
    }
}
