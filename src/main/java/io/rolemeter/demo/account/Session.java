package io.rolemeter.demo.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One session of a role: the content of a session token. Times are whole seconds. */
public record Session(String role, String name, Instant issued, Instant expires) {

    String text() {
        return String.join("\n", role, name, issued.toString(), expires.toString());
    }

    static Optional<Session> parse(String text) {
        List<String> lines = text.lines().toList();
        return lines.size() == 4
                ? Optional.of(new Session(
                        lines.get(0), lines.get(1), Instant.parse(lines.get(2)), Instant.parse(lines.get(3))))
                : Optional.empty();
    }
}
