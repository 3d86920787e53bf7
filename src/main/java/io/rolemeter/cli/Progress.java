package io.rolemeter.cli;

import java.io.PrintWriter;
import java.util.function.Consumer;

/**
 * Says on one line of a terminal what is being looked at, and leaves no trace of it. Where nobody looks, or lines cannot be
 * erased, it says nothing. For use by several threads.
 */
final class Progress implements Consumer<String>, AutoCloseable {
    private static final String ERASE = "\r\u001b[K";
    private static final int WIDTH = 76;

    private final PrintWriter terminal;
    private final boolean shown;
    private boolean closed;

    /** @param shown whether the writer is a terminal that can erase a line */
    Progress(PrintWriter terminal, boolean shown) {
        this.terminal = terminal;
        this.shown = shown;
    }

    @Override
    public synchronized void accept(String what) {
        if (shown && !closed) {
            terminal.print(ERASE + (what.length() > WIDTH ? what.substring(0, WIDTH) : what) + " …");
            terminal.flush();
        }
    }

    /** Erases the line; nothing is shown any more. */
    synchronized void end() {
        if (shown && !closed) {
            terminal.print(ERASE);
            terminal.flush();
        }
        closed = true;
    }

    @Override
    public void close() {
        end();
    }
}
