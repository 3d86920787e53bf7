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
            return Comments.ofLineEnd(text, position);
        }
    },
    /** XML: nearby lines belong together. */
    XML {
        @Override
        Region region(String text, int position) {
            return Lines.around(text, position);
        }

        @Override
        boolean isComment(String text, int position) {
            return Comments.ofMarkup(text, position);
        }
    },
    /** Anything else that people write in lines: dotenv, scripts, YAML. */
    LINES {
        @Override
        Region region(String text, int position) {
            return Lines.around(text, position);
        }

        @Override
        boolean isComment(String text, int position) {
            return Comments.ofLineEnd(text, position);
        }
    };

    private static final Set<String> INI_NAMES = Set.of(".s3cfg", ".boto", "rclone.conf", ".rclone.conf");

    /** Whether it has groups of its own, each with its own keys: sections, objects. */
    boolean grouped() {
        return this == INI || this == JSON;
    }

    /** Where a secret must be that belongs to an id at the position. */
    abstract Region region(String text, int position);

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
        return ini || path.contains("/.aws/") ? INI : LINES;
    }
}
