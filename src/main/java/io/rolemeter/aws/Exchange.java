package io.rolemeter.aws;

import java.io.IOException;
import java.time.Duration;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/** One HTTP request and how it ended. */
sealed interface Exchange {
    SdkHttpRequest request();

    Duration took();

    /** An answer, with whatever status, was read to its end. */
    record Answered(SdkHttpRequest request, Duration took, SdkHttpResponse response) implements Exchange {}

    record Broken(SdkHttpRequest request, Duration took, IOException cause) implements Exchange {}

    /** Hears of every exchange, on the thread that made it. */
    interface Listener {
        void ended(Exchange exchange);
    }
}
