package io.rolemeter.publish.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The {@code Host} that a request may name. What listens on loopback is reached under names of loopback alone: any other comes
 * from a browser whose page has let its own name point here (DNS rebinding).
 */
final class OwnNames {
    private static final Pattern LOOPBACK = Pattern.compile("localhost\\.?|127(\\.\\d{1,3}){3}|\\[::1]");

    private final boolean loopback;
    private final String listenHost;

    /** @param listenHost as it was configured, a name or an address */
    OwnNames(String listenHost, InetSocketAddress listens) {
        InetAddress address = listens.getAddress();
        this.loopback = address.isLoopbackAddress();
        this.listenHost = bracketed(listenHost).toLowerCase(Locale.ROOT);
    }

    private static String bracketed(String host) {
        return host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
    }

    /** Whether it is ours, with whatever port; {@code host} is empty when the request named none, which no browser does. */
    boolean has(String host) {
        String name = host.toLowerCase(Locale.ROOT).replaceFirst(":\\d*$", "");
        return !loopback
                || name.isEmpty()
                || name.equals(listenHost)
                || LOOPBACK.matcher(name).matches();
    }
}
