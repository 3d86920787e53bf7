package io.rolemeter;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Looks for texts in the memory of a program, where a character has one byte, or two of which one is zero. */
final class MemorySearch {
    /** A piece that is this long is a leak. */
    private static final int WINDOW = 14;

    private static final int HEAD = 4;

    private static final class Piece {
        private final byte[] bytes;
        private final String whole;

        private Piece(byte[] bytes, String whole) {
            this.bytes = bytes;
            this.whole = whole;
        }
    }

    private final Map<Integer, List<Piece>> pieces = new HashMap<>();
    private final boolean[] begins = new boolean[1 << 16];

    private MemorySearch(Collection<String> texts) {
        for (String text : texts) {
            for (int start = 0; start + WINDOW <= text.length(); start++) {
                byte[] bytes = text.substring(start, start + WINDOW).getBytes(StandardCharsets.ISO_8859_1);
                int head = head(bytes, 0, 1);
                pieces.computeIfAbsent(head, key -> new ArrayList<>()).add(new Piece(bytes, text));
                begins[head >>> 16] = true;
            }
        }
    }

    /** Those of some texts of which a piece of {@value #WINDOW} characters stands in the memory. */
    static Set<String> pieces(Collection<String> texts, byte[] memory) {
        MemorySearch search = new MemorySearch(texts);
        Set<String> found = new TreeSet<>();
        for (int width = 1; width <= 2; width++) {
            search.find(memory, width, found);
        }
        return found;
    }

    private void find(byte[] memory, int width, Set<String> found) {
        for (int at = 0; at + WINDOW * width <= memory.length; at++) {
            int head = head(memory, at, width);
            if (begins[head >>> 16]) {
                for (Piece piece : pieces.getOrDefault(head, List.of())) {
                    if (stands(piece.bytes, memory, at, width)) {
                        found.add(piece.whole);
                    }
                }
            }
        }
    }

    private static boolean stands(byte[] piece, byte[] memory, int at, int width) {
        for (int i = 0; i < WINDOW; i++) {
            if (memory[at + i * width] != piece[i]) {
                return false;
            }
        }
        return true;
    }

    private static int head(byte[] bytes, int at, int width) {
        int head = 0;
        for (int i = 0; i < HEAD; i++) {
            head = (head << 8) | (bytes[at + i * width] & 0xff);
        }
        return head;
    }
}
