package io.rolemeter.handover;

import io.rolemeter.model.CollectorName;
import io.rolemeter.model.InstanceRole;
import io.rolemeter.model.KeysFact;
import io.rolemeter.model.LogsFact;
import io.rolemeter.model.Place;
import io.rolemeter.model.WorkloadsFact;
import io.rolemeter.store.Line;
import io.rolemeter.store.MalformedLineException;
import io.rolemeter.store.WrittenLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A scan as lines. The first says which format it is and when the scan ended, the last how many lines there are, so that a part
 * of a file is known as one.
 */
final class FactsText {
    private static final int FORMAT = 1;
    private static final int MAX_FORMAT = 1_000_000;
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final long MILLIS = LONGEST.toMillis();

    private FactsText() {}

    /** A later version of this program wrote it. */
    static final class NewerFormatException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    static String write(ScannedFacts facts) {
        List<WrittenLine> lines = new ArrayList<>();
        WrittenLine first = WrittenLine.of("facts")
                .number("format", FORMAT)
                .moment("at", facts.at())
                .seconds("interval_seconds", facts.interval());
        facts.took().forEach((collector, took) -> first.number(took(collector), took.toMillis()));
        lines.add(first);
        KeyLines.write(facts.keys(), lines);
        WorkloadLines.write(facts.workloads(), lines);
        LogLines.write(facts.logs(), lines);
        lines.add(WrittenLine.of("end").number("lines", lines.size()));
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    private static String took(CollectorName collector) {
        return collector.label() + "_took_ms";
    }

    /** Takes the lines of the places, which follow the first; those after them it does not look at. */
    static final class PlacesReader {
        private final KeyLines keys = new KeyLines();
        private int lines;
        private boolean ended;

        void take(String text) {
            lines++;
            if (lines > 1 && !ended) {
                ended = !keys.takePlace(Line.parse(text));
            }
        }

        Map<Place, Instant> lastComplete() {
            return keys.lastComplete();
        }
    }

    /** Takes one line after the other; the first that is wrong ends it. */
    static final class Reader {
        private final KeyLines keys = new KeyLines();
        private final WorkloadLines workloads = new WorkloadLines();
        private final LogLines logs = new LogLines();
        private Optional<Line> first = Optional.empty();
        private int lines;
        private boolean ended;

        void take(String text) {
            lines++;
            Line line = Line.parse(text);
            if (ended) {
                throw new MalformedLineException("after the end");
            }
            switch (line.type()) {
                case "facts" -> begin(line);
                case "end" -> {
                    ended = true;
                    if (line.number("lines", Integer.MAX_VALUE) != lines - 1) {
                        throw new MalformedLineException("lines");
                    }
                }
                default -> {
                    if (first.isEmpty() || !(keys.take(line) || workloads.take(line) || logs.take(line))) {
                        throw new MalformedLineException("type");
                    }
                }
            }
        }

        private void begin(Line line) {
            if (line.number("format", MAX_FORMAT) > FORMAT) {
                throw new NewerFormatException();
            }
            if (first.isPresent()) {
                throw new MalformedLineException("type");
            }
            first = Optional.of(line);
        }

        /** How many were taken. */
        int lines() {
            return lines;
        }

        ScannedFacts facts() throws RefusedFactsException {
            if (first.isEmpty() || !ended) {
                throw new RefusedFactsException("ends in the middle");
            }
            Line line = first.get();
            Instant at = line.moment("at");
            KeysFact keysFact = keys.fact(at);
            LogsFact logsFact = logs.fact(at);
            Map<InstanceRole, WorkloadsFact> workloadsFacts = workloads.facts(at);
            Map<CollectorName, Duration> took = new EnumMap<>(CollectorName.class);
            for (CollectorName collector : CollectorName.values()) {
                line.optionalNumber(took(collector), MILLIS)
                        .ifPresent(millis -> took.put(collector, Duration.ofMillis(millis)));
            }
            return new ScannedFacts(
                    at, line.seconds("interval_seconds", LONGEST), took, keysFact, workloadsFacts, logsFact);
        }
    }
}
