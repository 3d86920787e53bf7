package io.rolemeter.collect.host;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * A glob as {@link java.nio.file.FileSystem#getPathMatcher} reads it, except that it takes time in proportion to the path whatever is in
 * both, and that a line end in a name is a character as any other.
 */
final class Glob {
    /**
     * One of the states that the reading of a path may be in.
     *
     * @param eats what leads to the next state
     * @param stays what leads to the same again
     * @param jumps states that are reached at once
     */
    private record State(IntPredicate eats, IntPredicate stays, List<Integer> jumps) {}

    /** The number after the last is the one at the end of the glob. */
    private final List<State> states;

    private Glob(List<State> states) {
        this.states = states;
    }

    /** Empty when something in it does not end, or a group stands within a group. */
    static Optional<Glob> of(String pattern) {
        Builder builder = new Builder(pattern.codePoints().toArray());
        return builder.build() ? Optional.of(new Glob(List.copyOf(builder.states))) : Optional.empty();
    }

    /** Whether the absolute path or a folder that it lies in is matched as a whole; slashes beyond the first count nowhere. */
    boolean matches(String path) {
        int end = path.length();
        while (end > 1 && path.charAt(end - 1) == '/') {
            end--;
        }
        return reached(path.substring(0, end)).get(states.size());
    }

    /** Whether something in this folder, or deeper in it, may be matched. */
    boolean leadsInto(String folder) {
        return !reached(HostFiles.join(folder, "")).isEmpty();
    }

    /** Where the reading of a path ends: at its end, at a folder in it that is matched, or where there is no way to go on. */
    private BitSet reached(String path) {
        BitSet now = new BitSet(states.size() + 1);
        now.set(0);
        jump(now);
        int before = 0;
        for (int i = 0; i < path.length() && !now.isEmpty(); i += Character.charCount(before)) {
            int c = path.codePointAt(i);
            if (now.get(states.size()) && (c == '/' || i == 1)) {
                return now;
            }
            if (c != '/' || before != '/') {
                now = after(now, c);
            }
            before = c;
        }
        return now;
    }

    private BitSet after(BitSet now, int c) {
        BitSet next = new BitSet(states.size() + 1);
        for (int at = now.nextSetBit(0); at >= 0 && at < states.size(); at = now.nextSetBit(at + 1)) {
            if (states.get(at).stays().test(c)) {
                next.set(at);
            }
            if (states.get(at).eats().test(c)) {
                next.set(at + 1);
            }
        }
        jump(next);
        return next;
    }

    /** All jumps are to later states. */
    private void jump(BitSet reached) {
        for (int at = reached.nextSetBit(0); at >= 0 && at < states.size(); at = reached.nextSetBit(at + 1)) {
            states.get(at).jumps().forEach(reached::set);
        }
    }

    private static boolean nothing(int c) {
        return false;
    }

    private static boolean anything(int c) {
        return true;
    }

    private static boolean inAName(int c) {
        return c != '/';
    }

    private static final class Builder {
        private final int[] glob;
        private final List<State> states = new ArrayList<>();
        private int at;

        Builder(int[] glob) {
            this.glob = glob;
        }

        boolean build() {
            List<Integer> branches = new ArrayList<>();
            List<List<Integer>> ends = new ArrayList<>();
            boolean grouped = false;
            while (at < glob.length) {
                int c = glob[at++];
                if (c == '{') {
                    if (grouped) {
                        return false;
                    }
                    grouped = true;
                    branches = new ArrayList<>(List.of(states.size() + 1));
                    ends.clear();
                    states.add(new State(Glob::nothing, Glob::nothing, branches));
                } else if (grouped && (c == ',' || c == '}')) {
                    ends.add(new ArrayList<>());
                    states.add(new State(Glob::nothing, Glob::nothing, ends.get(ends.size() - 1)));
                    if (c == ',') {
                        branches.add(states.size());
                    } else {
                        grouped = false;
                        ends.forEach(end -> end.add(states.size()));
                    }
                } else if (!character(c)) {
                    return false;
                }
            }
            return !grouped;
        }

        private boolean character(int c) {
            switch (c) {
                case '*' -> {
                    boolean across = at < glob.length && glob[at] == '*';
                    at += across ? 1 : 0;
                    states.add(new State(
                            Glob::nothing, across ? Glob::anything : Glob::inAName, List.of(states.size() + 1)));
                }
                case '?' -> eat(Glob::inAName);
                case '[' -> {
                    return characterClass();
                }
                case '\\' -> {
                    if (at == glob.length) {
                        return false;
                    }
                    int escaped = glob[at++];
                    eat(one -> one == escaped);
                }
                default -> eat(one -> one == c);
            }
            return true;
        }

        private void eat(IntPredicate wanted) {
            states.add(new State(wanted, Glob::nothing, List.of()));
        }

        /** From behind its bracket. */
        private boolean characterClass() {
            boolean negated = at < glob.length && glob[at] == '!';
            at += negated ? 1 : 0;
            int opened = at;
            IntPredicate members = Glob::nothing;
            while (at < glob.length && glob[at] != ']' && glob[at] != '/') {
                int first = glob[at];
                boolean range = at + 2 < glob.length && glob[at + 1] == '-' && glob[at + 2] != ']';
                int last = range ? glob[at + 2] : first;
                if (last < first || last == '/') {
                    return false;
                }
                members = members.or(one -> first <= one && one <= last);
                at += range ? 3 : 1;
            }
            IntPredicate found = negated ? members.negate() : members;
            eat(found.and(Glob::inAName));
            return at > opened && at < glob.length && glob[at++] == ']';
        }
    }
}
