package io.rolemeter.publish.http;

import io.rolemeter.publish.Hosts;
import io.rolemeter.publish.http.access.Door;
import io.rolemeter.publish.http.access.Protection;
import io.rolemeter.publish.metrics.BuildInfo;
import io.rolemeter.publish.metrics.Metrics;
import java.io.IOException;

/** A server on loopback that tells of a host where keys shadow the role. */
final class ShadowedServer {
    private ShadowedServer() {}

    static WebServer open() throws IOException {
        Metrics metrics = new Metrics(new BuildInfo("0.1.0", "1a2b3c4", "17.0.15"), Hosts.shadowed());
        return WebServer.open("127.0.0.1", 0, new Door(Protection.NONE), metrics, Hosts.shadowed());
    }
}
