package io.rolemeter.publish.http;

import org.eclipse.jetty.http.BadMessageException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.internal.HttpConnection;

/**
 * HTTP/1.1 whose requests have few headers. Jetty bounds their bytes alone, and a header of five bytes takes a hundred of the heap:
 * 500 requests of nothing else filled it.
 */
final class SmallRequests extends HttpConnectionFactory {
    private static final int MOST_HEADERS = 64;

    SmallRequests(HttpConfiguration configuration) {
        super(configuration);
    }

    @Override
    public Connection newConnection(Connector connector, EndPoint endPoint) {
        Connections all = connector.getBean(Connections.class);
        return configure(new Counting(getHttpConfiguration(), connector, endPoint, all), connector, endPoint);
    }

    private static final class Counting extends HttpConnection {
        private final Connections all;

        Counting(HttpConfiguration configuration, Connector connector, EndPoint endPoint, Connections all) {
            super(configuration, connector, endPoint);
            this.all = all;
        }

        @Override
        public void onFillable() {
            all.stir();
            super.onFillable();
            all.stir();
        }

        @Override
        protected RequestHandler newRequestHandler() {
            return new RequestHandler() {
                private int headers;

                @Override
                public void startRequest(String method, String target, HttpVersion version) {
                    headers = 0;
                    super.startRequest(method, target, version);
                }

                @Override
                public void parsedHeader(HttpField header) {
                    count();
                    super.parsedHeader(header);
                }

                @Override
                public void parsedTrailer(HttpField trailer) {
                    count();
                    super.parsedTrailer(trailer);
                }

                private void count() {
                    headers++;
                    if (headers > MOST_HEADERS) {
                        throw new BadMessageException(HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431);
                    }
                }
            };
        }
    }
}
