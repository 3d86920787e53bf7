package io.rolemeter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** One request as no client would write it, over a connection of its own. */
final class RawRequest {
    static final String HOST = "Host: localhost\r\n";
    private static final Pattern TELLING = Pattern.compile(
            "(?i)jetty|exception|\\bat (io|org|java)\\.|java/|\\n\\s+at |/tmp|\\.yml|^server:", Pattern.MULTILINE);

    private RawRequest() {}

    /** The whole answer, whose status matches; it has the headers of every answer, and says nothing about the server. */
    static String expect(ServedHost served, String status, String request) throws IOException {
        String answer = ask(served, request);
        String shown = request.substring(0, Math.min(80, request.length())) + "\n--- answer\n" + answer;
        assertThat(answer.isEmpty() ? "" : answer.split(" ", 3)[1]).as(shown).matches(status);
        if (!answer.isEmpty()) {
            assertThat(answer.lines().takeWhile(line -> !line.isEmpty()))
                    .as(shown)
                    .contains(
                            "X-Content-Type-Options: nosniff",
                            "Cache-Control: no-store",
                            "Referrer-Policy: no-referrer")
                    .anyMatch(line -> line.startsWith("Content-Security-Policy: default-src 'none'"));
        }
        if (!status.equals("200")) {
            assertThat(TELLING.matcher(answer).find()).as(shown).isFalse();
        }
        return answer;
    }

    static String ask(ServedHost served, String request) throws IOException {
        try (Socket socket = AttackingSockets.connect(served)) {
            socket.setSoTimeout(6_000);
            send(socket, request);
            StringBuilder answer = new StringBuilder();
            byte[] some = new byte[8192];
            try {
                InputStream in = socket.getInputStream();
                for (int n = in.read(some); n >= 0 && !complete(answer, some, n); n = in.read(some)) {}
            } catch (SocketException reset) {
                // What was sent after the answer is not read any more.
            }
            return answer.toString();
        }
    }

    private static boolean complete(StringBuilder answer, byte[] more, int length) {
        answer.append(new String(more, 0, length, StandardCharsets.ISO_8859_1));
        int body = answer.indexOf("\r\n\r\n") + 4;
        var announced = Pattern.compile("Content-Length: (\\d+)").matcher(answer);
        return body >= 4 && announced.find() && answer.length() - body >= Integer.parseInt(announced.group(1));
    }

    static void send(Socket socket, String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException refusedBeforeItsEnd) {
            // The answer says why.
        }
    }
}
