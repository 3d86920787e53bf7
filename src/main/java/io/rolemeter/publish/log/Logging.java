package io.rolemeter.publish.log;

import io.rolemeter.model.Times;
import java.util.List;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** Where log lines go: to standard error; to the journal with its priorities where that reads standard error. */
public final class Logging {
    /**
     * These would write request headers, and with them keys and tokens. Each is named in full, because a logging configuration may
     * have given it a level of its own; they are held here, or their level is forgotten.
     */
    private static final List<Logger> HEADERS = Stream.of(
                    "sun.net.www.protocol.http", "sun.net.www.protocol.http.HttpURLConnection", "sun.net.www.http")
            .map(Logger::getLogger)
            .toList();

    private static final String OURS = "io.rolemeter";

    private Logging() {}

    /** Keeps request headers out of every log, whatever a logging configuration says; for all commands. */
    public static void withholdHeaders() {
        HEADERS.forEach(logger -> logger.setLevel(Level.OFF));
    }

    /** What others say below a warning is for their debuggers, and may quote requests. */
    private static boolean isShown(LogRecord line) {
        return String.valueOf(line.getLoggerName()).startsWith(OURS)
                || line.getLevel().intValue() >= Level.WARNING.intValue();
    }

    /**
     * Takes effect for the whole process.
     *
     * @param level of this program's own lines, a name of {@link Level}
     * @param journal whether the journal reads standard error
     */
    public static void install(Level level, boolean journal) {
        withholdHeaders();
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        Handler handler = new ConsoleHandler();
        handler.setLevel(Level.ALL);
        handler.setFilter(Logging::isShown);
        handler.setFormatter(journal ? new JournalFormat() : new LineFormat());
        root.addHandler(handler);
        Logger.getLogger(OURS).setLevel(level);
    }

    /** One line: time, level, message; stack traces are for debuggers and may quote what was being read. */
    private static final class LineFormat extends Formatter {
        @Override
        public String format(LogRecord line) {
            return Times.moment(line.getInstant()) + " " + Priority.of(line.getLevel()).word + " " + formatMessage(line)
                    + "\n";
        }
    }

    /** The journal knows the time, and reads the priority from the front of the line. */
    private static final class JournalFormat extends Formatter {
        @Override
        public String format(LogRecord line) {
            return "<" + Priority.of(line.getLevel()).number + ">" + formatMessage(line) + "\n";
        }
    }

    /** The priorities of syslog that are used. */
    private enum Priority {
        ERROR(3, "error"),
        WARNING(4, "warning"),
        INFO(6, "info"),
        DEBUG(7, "debug");

        private final int number;
        private final String word;

        Priority(int number, String word) {
            this.number = number;
            this.word = word;
        }

        static Priority of(Level level) {
            if (level.intValue() >= Level.SEVERE.intValue()) {
                return ERROR;
            }
            if (level.intValue() >= Level.WARNING.intValue()) {
                return WARNING;
            }
            return level.intValue() >= Level.INFO.intValue() ? INFO : DEBUG;
        }
    }
}
