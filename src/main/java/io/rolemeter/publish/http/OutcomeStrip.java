package io.rolemeter.publish.http;

import io.rolemeter.model.ProbeRun.Outcome;
import java.util.List;

/** The last results of a probe as a row of strokes: the newest on the right, a failure the tallest. */
final class OutcomeStrip {
    private static final int STEP = 6;
    private static final int WIDTH = 4;
    private static final int HEIGHT = 18;

    private OutcomeStrip() {}

    static void write(Markup page, List<Outcome> recent) {
        page.open(
                "svg",
                "class",
                "strip",
                "role",
                "img",
                "aria-label",
                words(recent),
                "width",
                Integer.toString(recent.size() * STEP),
                "height",
                Integer.toString(HEIGHT));
        for (int i = 0; i < recent.size(); i++) {
            Outcome outcome = recent.get(i);
            int height = height(outcome);
            page.element(
                    "rect",
                    "",
                    "class",
                    outcome.label(),
                    "x",
                    Integer.toString(i * STEP),
                    "y",
                    Integer.toString(HEIGHT - height),
                    "width",
                    Integer.toString(WIDTH),
                    "height",
                    Integer.toString(height));
        }
        page.close();
    }

    /** As in {@code 9 of the last 12 runs failed}. */
    static String words(List<Outcome> recent) {
        long failed = recent.stream().filter(Outcome.FAILED::equals).count();
        return (failed == 0 ? "None" : failed) + " of the last " + recent.size() + " runs failed";
    }

    private static int height(Outcome outcome) {
        return switch (outcome) {
            case PASSED -> 10;
            case FAILED -> HEIGHT;
            case SKIPPED -> 3;
        };
    }
}
