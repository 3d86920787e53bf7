package io.rolemeter.cli;

import picocli.CommandLine.Command;

/** The command line; each subcommand is a file beside this one. */
@Command(
        name = "rolemeter",
        description =
                "Which AWS identity is this EC2 host really using, for how long, from where, and what would break?",
        subcommands = {
            Serve.class,
            Check.class,
            Explain.class,
            Scan.class,
            Demo.class,
            Config.class,
            Permissions.class,
            Version.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Exit codes: 0 ok, 1 warning, 2 critical, 3 could not tell, bad usage or bad configuration."})
public final class Rolemeter {}
