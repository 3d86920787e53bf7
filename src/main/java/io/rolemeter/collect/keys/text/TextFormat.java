package io.rolemeter.collect.keys.text;

import java.util.Set;

/** How a text groups an id with its secret, and how it comments out. */
public enum TextFormat {
    /** Variables or arguments separated by NUL: all of one process belong together; nothing is a comment. */
    PROCESS {
        @Override
        Region region(String text, int position) {
            return new Region(0, text.length());
        }

        @Override
        boolean isComment(String text, int position) {
            return false;
        }
    },
    /** Sections under {@code [headers]}; comments are whole lines. */
    INI {
        @Override
        Region region(String text, int position) {
            return Sections.around(text, position);
        }

        @Override
        boolean isComment(String text, int position) {
            return Comments.ofWholeLine(text, position);
        }
    },
    /** The innermost object around the id; nearby lines where braces do not pair. */
    JSON {
        @Override
        Region region(String text, int position) {
            return Braces.around(text, position).orElseGet(() -> Lines.around(text, position));
        }

        @Override
        boolean isComment(String text, int position) {
            return Comments.ofSource(text, position);
        }
    },
    /** XML: nearby lines belong together. */
    XML {
        @Override
        boolean isComment(String text, int position) {
            return Comments.ofMarkup(text, position);
        }
    },
    /** Variables that dotenv reads: {@code #} ends a value even inside of a word. */
    DOTENV {
        @Override
        boolean isComment(String text, int position) {
            return Comments.ofDotenv(text, position);
        }
    },
    /** Shell and YAML: {@code #} opens a comment where a word could begin, and nothing else does. */
    SCRIPT {
        @Override
        boolean isComment(String text, int position) {
            return Comments.ofScript(text, position);
        }
    },
    /** Units and environment files of systemd, and crontabs: comments are whole lines. */
    UNIT {
        @Override
        boolean isComment(String text, int position) {
            return Comments.ofWholeLine(text, position);
        }
    },
    /** Anything else that people write in lines, such as the sources of programs. */
    LINES {
        @Override
        boolean isComment(String text, int position) {
            return Comments.ofSource(text, position);
        }
    };

    private static final Set<String> INI_NAMES = Set.of(".s3cfg", ".boto", "rclone.conf", ".rclone.conf");
    private static final Set<String> SCRIPT_ENDINGS = Set.of("sh", "bash", "zsh", "ksh", "csh", "fish", "yml", "yaml");
    private static final Set<String> UNIT_ENDINGS = Set.of("service", "socket", "timer", "mount", "container", "pod");

    /** Whether it has groups of its own, each with its own keys: sections, objects. */
    boolean grouped() {
        return this == INI || this == JSON;
    }

    /** Where a secret must be that belongs to an id at the position: nearby lines, where nothing groups them. */
    Region region(String text, int position) {
        return Lines.around(text, position);
    }

    abstract boolean isComment(String text, int position);

    /** The format that a file's name promises. */
    public static TextFormat ofFile(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (name.endsWith(".json") || name.contains(".tfstate") || name.startsWith("dump.pm2")) {
            return JSON;
        }
        if (name.endsWith(".xml")) {
            return XML;
        }
        boolean ini = name.endsWith(".ini") || name.endsWith(".cfg") || INI_NAMES.contains(name);
        return ini || path.contains("/.aws/") ? INI : ofLines(name);
    }

    private static TextFormat ofLines(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1);
        if (ending.equals("env") || name.startsWith(".env.")) {
            return DOTENV;
        }
        if (SCRIPT_ENDINGS.contains(ending)) {
            return SCRIPT;
        }
        return UNIT_ENDINGS.contains(ending) ? UNIT : LINES;
    }
}
