package io.rolemeter;

import io.rolemeter.cli.Errors;
import io.rolemeter.cli.Rolemeter;
import io.rolemeter.publish.log.Logging;
import picocli.CommandLine;

/** The command line. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Logging.withholdHeaders();
        CommandLine commands = new CommandLine(new Rolemeter()).setCaseInsensitiveEnumValuesAllowed(true);
        System.exit(Errors.handleBy(commands).execute(arguments));
    }
}
