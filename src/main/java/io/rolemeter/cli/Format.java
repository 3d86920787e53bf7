package io.rolemeter.cli;

import io.rolemeter.model.Diagnosis;
import io.rolemeter.publish.report.StatusJson;
import io.rolemeter.publish.report.StatusText;
import java.io.PrintWriter;
import java.util.Locale;

/** How a diagnosis is printed. */
enum Format {
    TEXT {
        @Override
        String write(Diagnosis diagnosis) {
            return new StatusText(Terminal.coloured()).write(diagnosis);
        }
    },
    JSON {
        @Override
        String write(Diagnosis diagnosis) {
            return StatusJson.document(diagnosis);
        }
    };

    abstract String write(Diagnosis diagnosis);

    /** Prints, and says what to exit with. */
    int print(Diagnosis diagnosis, PrintWriter out) {
        out.println(write(diagnosis).stripTrailing());
        out.flush();
        return ExitCode.of(diagnosis.status());
    }

    /** As it is typed. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
