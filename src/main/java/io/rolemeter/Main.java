package io.rolemeter;

import io.rolemeter.cli.Rolemeter;
import io.rolemeter.publish.log.Logging;

/** The command line. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Logging.prepare(System.getenv("JOURNAL_STREAM") != null);
        System.exit(Rolemeter.run(arguments));
    }
}
