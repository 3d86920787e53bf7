package io.rolemeter.collect.host;

/** What a directory entry is, by the upper bits of its mode. */
enum FileType {
    REGULAR(0x8000, "a regular file"),
    DIRECTORY(0x4000, "a directory"),
    LINK(0xA000, "a link"),
    PIPE(0x1000, "a named pipe"),
    SOCKET(0xC000, "a socket"),
    CHARACTER_DEVICE(0x2000, "a device"),
    BLOCK_DEVICE(0x6000, "a device"),
    OTHER(0, "of unknown type");

    private static final int TYPE_BITS = 0xF000;

    private final int bits;
    private final String words;

    FileType(int bits, String words) {
        this.bits = bits;
        this.words = words;
    }

    static FileType of(int mode) {
        for (FileType type : values()) {
            if ((mode & TYPE_BITS) == type.bits) {
                return type;
            }
        }
        return OTHER;
    }

    /** As in "is {@code a named pipe}". */
    String words() {
        return words;
    }
}
