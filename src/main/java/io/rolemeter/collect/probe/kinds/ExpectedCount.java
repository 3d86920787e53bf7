package io.rolemeter.collect.probe.kinds;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many there must be: {@code 2}, {@code ">=1"} or {@code "<=3"}. */
record ExpectedCount(int least, int most, String text) {
    static final String EXPECTED = "a number of entries such as 2, \">=1\" or \"<=3\"";

    private static final Pattern FORM = Pattern.compile("(>=|<=|)\\s*(0|[1-9][0-9]{0,8})");

    static Optional<ExpectedCount> of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(form.group(2));
        return Optional.of(
                switch (form.group(1)) {
                    case ">=" -> new ExpectedCount(number, Integer.MAX_VALUE, "at least " + number);
                    case "<=" -> new ExpectedCount(0, number, "at most " + number);
                    default -> new ExpectedCount(number, number, String.valueOf(number));
                });
    }

    boolean met(int count) {
        return count >= least && count <= most;
    }

    @Override
    public String toString() {
        return text;
    }
}
