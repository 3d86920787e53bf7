package io.rolemeter.demo.services;

import io.rolemeter.demo.http.Request;
import io.rolemeter.demo.http.Response;
import io.rolemeter.demo.http.Service;

/** Amazon S3 when it is asked too often. */
public final class BusyStorage implements Service {
    @Override
    public Response answer(Request request) {
        return Response.of(
                        503,
                        "application/xml",
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>SlowDown</Code><Message>Please reduce"
                                + " your request rate.</Message></Error>")
                .with("x-amz-request-id", "0A1B2C3D4E5F6789");
    }
}
