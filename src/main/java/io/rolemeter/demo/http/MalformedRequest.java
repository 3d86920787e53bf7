package io.rolemeter.demo.http;

import java.io.IOException;

/** A request that is answered without asking any service. */
final class MalformedRequest extends IOException {

    final int status;

    MalformedRequest(int status, String reason) {
        super(reason);
        this.status = status;
    }
}
