package io.rolemeter.demo.services;

import io.rolemeter.demo.http.Request;
import io.rolemeter.demo.http.Response;
import io.rolemeter.demo.http.Service;

/** The application on the host, which can be asked to write its summary of the day without sending it. */
public final class DailySummary implements Service {
    @Override
    public Response answer(Request request) {
        boolean dryRun = request.path().equals("/summary") && request.query().equals("dryRun=1");
        return dryRun
                ? Response.of(200, "application/json", "{\"ok\":true,\"videos\":3}")
                : Response.of(404, "application/json", "{\"ok\":false}");
    }
}
