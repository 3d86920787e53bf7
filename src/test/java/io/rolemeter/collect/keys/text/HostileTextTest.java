package io.rolemeter.collect.keys.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of the largest size that is read, written to make a search slow: the work must not grow with the square of the size. */
class HostileTextTest {
    private static final int SIZE = 2 << 20;
    private static final int MAX_FOUND = 1000;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AKIARTX3GSDSVIA23BC7 ",
                "AKIARTX3GSDSVIA23BC7\n",
                "#AKIARTX3GSDSVIA23BC7 aws_secret_access_key=x\n",
                "AKIARTX3GSDSVIA23BC7\n#aws_secret_access_key=x ",
                "AKIARTX3GSDSVIA23BC7\n#aws_secret_access_key=x\n",
                "/*AKIARTX3GSDSVIA23BC7\n",
                "secret",
                "aws.secret.",
                "[\n",
                "{\"a\":\"AKIARTX3GSDSVIA23BC7\",",
                "}AKIARTX3GSDSVIA23BC7{",
                "\\\\\\\\\\\\\\\\\"AKIARTX3GSDSVIA23BC7",
                "FAKEk9Zp2LmQx7Rt4Wv1Yb6Nc3Hd8Jf5Gs0Ae+/T#",
                "AKIA",
            })
    void theSearchEndsSoon(String piece) {
        String text = "AKIARTX3GSDSVIA23BC7 " + piece.repeat(SIZE / piece.length());
        for (TextFormat format : TextFormat.values()) {
            assertThat(assertTimeoutPreemptively(LIMIT, () -> KeyPattern.find(text, format)))
                    .hasSizeLessThanOrEqualTo(MAX_FOUND);
        }
    }
}
