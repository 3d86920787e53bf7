package io.rolemeter.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.HostileServer;
import io.rolemeter.HostileServer.Ending;
import io.rolemeter.model.FailureReason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to a connection, a call ends in its time and says why. */
class BrokenConnectionsTest {
    private static final Duration SHORT = Duration.ofSeconds(1);

    /** What a call may take above its timeout on a loaded machine, before it counts as hanging. */
    private static final Duration GRACE = Duration.ofSeconds(8);

    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n";
    private static final AwsFailure IN_TIME = new AwsFailure(FailureReason.TIMEOUT, "AWS did not answer in time");

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\n", HEAD + "Content-Length: 56\r\n\r\n<Get"})
    void anAnswerThatStopsIsATimeout(String answer) throws IOException {
        assertThat(failure(answer, Ending.SAY_NOTHING_MORE)).isEqualTo(IN_TIME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                HEAD + "\r\n<Get",
                HEAD + "X-Long: ",
                HEAD + "Transfer-Encoding: chunked\r\n\r\n",
                HEAD + "Transfer-Encoding: chunked\r\n\r\nffff\r\n"
            })
    void anAnswerThatTricklesForEverIsATimeout(String answer) throws IOException {
        AwsFailure failure = failure(answer, Ending.TRICKLE);

        assertThat(failure.reason()).isIn(FailureReason.TIMEOUT, FailureReason.UNEXPECTED_ANSWER);
    }

    @Test
    void anEndlessAnswerIsGivenUp() throws IOException {
        assertThat(failure(HEAD + "\r\n" + "x".repeat(4096), Ending.GO_ON_FOR_EVER))
                .isEqualTo(new AwsFailure(FailureReason.UNEXPECTED_ANSWER, "the answer is longer than 256 KiB"));
    }

    @Test
    void whatIsNotHttpIsAnUnexpectedAnswer() throws IOException {
        assertThat(failure("\u0000\u0001 HTTP is not spoken here\r\n\r\n", Ending.CLOSE))
                .isEqualTo(new AwsFailure(
                        FailureReason.UNEXPECTED_ANSWER, "something that does not speak HTTP answers there"));
    }

    @Test
    void aConnectionThatIsClosedWithoutAWordBrokeOff() throws IOException {
        assertThat(failure("", Ending.CLOSE))
                .isEqualTo(new AwsFailure(FailureReason.UNREACHABLE, "the connection broke off"));
    }

    @Test
    void aPortWhereNobodyListensIsUnreachable() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        assertThat(calls("http", port).callerIdentity())
                .isEqualTo(new AwsFailure(FailureReason.UNREACHABLE, "no connection: Connection refused"));
    }

    @Test
    void tlsWithSomeoneWhoNeverAnswersIsATimeout() throws IOException {
        try (HostileServer server = HostileServer.start("", Ending.SAY_NOTHING_MORE)) {
            assertThat(calls("https", server.port()).callerIdentity()).isEqualTo(IN_TIME);
        }
    }

    private static AwsFailure failure(String answer, Ending ending) throws IOException {
        try (HostileServer server = HostileServer.start(answer, ending)) {
            long start = System.nanoTime();
            AwsFailure failure = calls("http", server.port()).callerIdentity();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SHORT.plus(GRACE));
            return failure;
        }
    }

    private static Calls calls(String scheme, int port) {
        return new Calls(StubbedAws.clients(URI.create(scheme + "://127.0.0.1:" + port)), SHORT);
    }
}
