package io.rolemeter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import org.junit.jupiter.api.Test;

class StandardOutputTest {
    private static OutputStream refusingAfter(int bytes) {
        return new OutputStream() {
            private int written;

            @Override
            public void write(int oneByte) throws IOException {
                if (++written > bytes) {
                    throw new IOException("No space left on device");
                }
            }
        };
    }

    @Test
    void whatArrivesWholeHasNoFailure() {
        ByteArrayOutputStream arrived = new ByteArrayOutputStream();
        StandardOutput output = new StandardOutput(arrived, false);
        print(output, "all of it");

        assertThat(arrived).hasToString("all of it" + System.lineSeparator());
        assertThat(output.failure()).isEmpty();
    }

    @Test
    void whatDoesNotArriveIsTold() {
        StandardOutput output = new StandardOutput(refusingAfter(4), false);
        print(output, "more than four");

        assertThat(output.failure()).contains("No space left on device");
    }

    @Test
    void whoeverReadAPipeMayHaveEnough() {
        StandardOutput output = new StandardOutput(refusingAfter(4), true);
        print(output, "more than four");

        assertThat(output.failure()).isEmpty();
    }

    private static void print(StandardOutput output, String text) {
        try (PrintWriter writer = output.writer()) {
            writer.println(text);
        }
    }
}
