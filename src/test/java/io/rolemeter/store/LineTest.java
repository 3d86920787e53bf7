package io.rolemeter.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rolemeter.model.CollectorName;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class LineTest {
    private static final String LONGEST = "x".repeat(4096);

    private static Line of(String value) {
        return Line.parse("{\"a\":" + value + "}");
    }

    private static void refused(ThrowingCallable question) {
        assertThatThrownBy(question).isInstanceOf(MalformedLineException.class).hasMessage("a");
    }

    @Test
    void aTextMayHave4096Characters() {
        assertThat(of('"' + LONGEST + '"').text("a")).isEqualTo(LONGEST);
        refused(() -> of('"' + LONGEST + "x\"").text("a"));
        assertThat(of("[\"" + LONGEST + "\"]").texts("a", 1)).containsExactly(LONGEST);
        refused(() -> of("[\"" + LONGEST + "x\"]").texts("a", 1));
    }

    @Test
    void aNumberIsWithinItsBoundsAndTheyAreIncluded() {
        assertThat(of("0").number("a", 10)).isZero();
        assertThat(of("10").number("a", 10)).isEqualTo(10);
        refused(() -> of("11").number("a", 10));
        refused(() -> of("-1").number("a", 10));
        refused(() -> of("1.5").number("a", 10));
        refused(() -> of("\"1\"").number("a", 10));
        refused(() -> of("1e30").number("a", 10));
        refused(() -> of("9223372036854775808").number("a", Long.MAX_VALUE));
        assertThat(of("-60").seconds("a", Duration.ofMinutes(1))).isEqualTo(Duration.ofMinutes(-1));
        refused(() -> of("-61").seconds("a", Duration.ofMinutes(1)));
        refused(() -> of("61").seconds("a", Duration.ofMinutes(1)));
    }

    @Test
    void aListIsNoLongerThanAskedFor() {
        assertThat(of("[1, 2]").numbers("a", 2)).containsExactly(1, 2);
        refused(() -> of("[1, 2, 3]").numbers("a", 2));
        refused(() -> of("[-1]").numbers("a", 2));
        refused(() -> of("1").numbers("a", 2));
        assertThat(of("[\"keys\"]").labels("a", CollectorName.values(), 1)).containsExactly(CollectorName.KEYS);
        refused(() -> of("[\"no collector\"]").labels("a", CollectorName.values(), 1));
        assertThat(of("[{\"b\":true}]").lines("a", 1).get(0).flag("b")).isTrue();
        refused(() -> of("[1]").lines("a", 1));
    }

    @Test
    void whatIsMissingIsEmptyWhereItMayBe() {
        Line line = of("1");

        assertThat(line.optionalText("b")).isEqualTo(Optional.empty());
        assertThat(line.optionalSafeText("b")).isEqualTo(Optional.empty());
        assertThat(line.optionalNumber("b", 1)).isEqualTo(Optional.empty());
        assertThat(line.optionalMoment("b")).isEqualTo(Optional.empty());
        assertThatThrownBy(() -> line.text("b")).hasMessage("b");
        assertThatThrownBy(() -> line.moment("b")).hasMessage("b");
        assertThatThrownBy(() -> line.flag("b")).hasMessage("b");
        refused(() -> of("null").optionalText("a"));
    }

    @Test
    void aMomentIsAnInstantInUtc() {
        assertThat(of("\"2026-11-21T10:00:00Z\"").moment("a")).isEqualTo(Instant.parse("2026-11-21T10:00:00Z"));
        refused(() -> of("\"yesterday\"").moment("a"));
    }

    @Test
    void whatIsNoObjectIsNoLine() {
        assertThatThrownBy(() -> Line.parse("[]")).hasMessage("object");
        assertThatThrownBy(() -> Line.parse("")).hasMessage("JSON");
        assertThatThrownBy(() -> Line.parse("{")).hasMessage("JSON");
    }
}
