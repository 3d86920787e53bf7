package io.rolemeter.config;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where to listen.
 *
 * @param host a name or an address; an IPv6 address without its brackets
 * @param port 0 to 65535; 0 lets the system choose
 */
public record ListenAddress(String host, int port) {
    private static final Pattern FORM = Pattern.compile(
            "(?:\\[(?<six>(?=[^\\]]{0,63}:)[0-9A-Fa-f:.]{1,64})]|(?<host>[A-Za-z0-9._-]+)):(?<port>[0-9]{1,5})");

    private static final int LAST_PORT = 65_535;

    /** What {@link #of} reads, for the message that says what was expected. */
    public static final String EXPECTED = "HOST:PORT such as 127.0.0.1:10169, 0.0.0.0:10169 or \"[::1]:10169\"";

    /** Reads {@code HOST:PORT}, an IPv6 host in brackets; empty for anything else. The host is not looked up. */
    public static Optional<ListenAddress> of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        String six = form.group("six");
        int port = Integer.parseInt(form.group("port"));
        return port > LAST_PORT
                ? Optional.empty()
                : Optional.of(new ListenAddress(six == null ? form.group("host") : six, port));
    }

    /** As {@link #of} reads it. */
    @Override
    public String toString() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}
