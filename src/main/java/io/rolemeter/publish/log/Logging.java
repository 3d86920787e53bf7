package io.rolemeter.publish.log;

import io.rolemeter.model.Times;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;

/**
 * Where log lines go: to standard error; to the journal with its priorities where that reads standard error. The JVM's logging begins
 * with the first line; to begin it costs as much CPU as reading the configuration, and a scan mostly has nothing to say.
 */
public final class Logging {
    private static final String OURS = "io.rolemeter";

    private static volatile Level level = Level.INFO;
    private static volatile boolean journal;

    private Logging() {}

    /**
     * Takes effect with the first line. A logging configuration that the JVM's options name is not read.
     *
     * @param journal whether the journal reads standard error
     */
    public static void prepare(boolean journal) {
        Logging.journal = journal;
        System.setProperty("java.util.logging.config.class", Configuration.class.getName());
    }

    /**
     * Takes effect at once, even where an option of the JVM has made it log before.
     *
     * @param level of this program's own lines, a name of {@link Level}
     */
    public static void install(Level level) {
        Logging.level = level;
        read();
    }

    private static void read() {
        String properties = "handlers=" + StandardError.class.getName() + "\n.level=INFO\n" + OURS + ".level="
                + level.getName() + "\n";
        try {
            LogManager.getLogManager()
                    .readConfiguration(new ByteArrayInputStream(properties.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What others say below a warning is for their debuggers, and may quote requests. */
    private static boolean isShown(LogRecord line) {
        return String.valueOf(line.getLoggerName()).startsWith(OURS)
                || line.getLevel().intValue() >= Level.WARNING.intValue();
    }

    /** What the JVM's logging makes, by its name, to be configured. */
    public static final class Configuration {
        /** Whoever sets {@code java.util.logging.config.class} calls it. */
        public Configuration() {
            read();
        }
    }

    /** The only handler; the JVM's logging makes it, by its name. */
    public static final class StandardError extends ConsoleHandler {
        /** In the format that {@link Logging#prepare} has chosen. */
        public StandardError() {
            setLevel(Level.ALL);
            setFilter(Logging::isShown);
            setFormatter(journal ? new JournalFormat() : new LineFormat());
        }
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
