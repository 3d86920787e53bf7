package io.rolemeter.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTextTest {
    private static final String KEY_ID = "AKIARTX3GSDSVIA23BC7";
    private static final String MASKED = "AKIA************3BC7";
    private static final String SECRET = "FAKEk9Zp2LmQx7Rt4Wv1Yb6Nc3Hd8Jf5Gs0Ae+/T";

    @ParameterizedTest
    @ValueSource(strings = {"%s", "secret=%s", "secret:%s", "x_%s_x", "(%s)", "\"%s\"", "x.%s", "-%s", "key%s,"})
    void aKeyIdIsMaskedAndASecretLeftOutWhateverStandsAround(String around) {
        assertThat(SafeText.of(around.formatted(KEY_ID))).isEqualTo(around.formatted(MASKED));
        assertThat(SafeText.of(around.formatted(SECRET)))
                .doesNotContain(SECRET.substring(3, 37))
                .contains("…");
    }

    @Test
    void aTokenIsLeftOutInPercentEncodingToo() {
        String token = SECRET.repeat(3).replace("+", "%2B").replace("/", "%2F");

        assertThat(SafeText.of("X-Amz-Security-Token=" + token + "%3D&X-Amz-Expires=60"))
                .isEqualTo("X-Amz-Security-Token=…&X-Amz-Expires=60");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:iam::111122223333:role/teams/backend/ApplicationInfrastructureBackendServiceRole1/x",
                "\"arn:aws:s3:::source/MyApplication/Releases/20261121120000/Configuration\"",
                "/srv/app/releases/20261121120000/current/config/production",
                "sha256 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_iam-ec2.html"
            })
    void namesOfThingsAreKept(String name) {
        assertThat(SafeText.of(name)).isEqualTo(name);
    }

    @Test
    void aKeyIdThatACutGoesThroughIsLeftOut() {
        String name960 = (SECRET + " ").repeat(48).substring(0, 1960);

        for (int padding = 0; padding < 60; padding++) {
            assertThat(SafeText.of(name960 + " ".repeat(padding) + KEY_ID + KEY_ID))
                    .doesNotContain(KEY_ID.substring(0, 9));
        }
    }

    @Test
    void aPathKeepsItsFoldersAndLosesOnlyWhatCouldBeASecret() {
        String path = "/home/Deploy2/Application/Releases/Current/Configuration/credentials";

        assertThat(SafeText.name(path)).isEqualTo(path);
        assertThat(SafeText.name("/home/x" + KEY_ID + "A/" + SECRET.replace('/', 'x') + ".txt"))
                .isEqualTo("/home/x" + MASKED + "A/….txt");
    }

    @ParameterizedTest
    @CsvSource({"/srv/%s, /srv/…", "/srv/%s/.env, /srv/…/.env", "/srv/x-%s.txt, /srv/x-….txt", "%s, …"})
    void aSecretThatHoldsASlashIsLeftOutOfAPath(String path, String safe) {
        assertThat(SafeText.path(path.formatted(SECRET))).isEqualTo(safe);
        assertThat(SafeText.path(path.formatted("/" + SECRET.substring(0, 38) + "q")))
                .isEqualTo(safe);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/opt/Backend2/src/main/java/com/example/MyApp/Config",
                "/usr/share/icons/Adwaita/48x48/legacy/emblem/Symbolic",
                "org/bouncycastle/asn1/x9/X962NamedCurvesHolder/Inner1",
                "/var/lib/docker/overlay2/e3b0c44298fc1c149afbf4c8996fb924/diff/App1",
                "/home/Deploy/Releases/20261121/120000/Current/Node18/Bin"
            })
    void aPathOfManyNamesIsKept(String path) {
        assertThat(SafeText.path(path)).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"y", "/", "y/", "aB3/", "aB3"})
    void aLongNameTakesLinearTime(String unit) {
        String name = unit.repeat(1_000_000 / unit.length());

        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> SafeText.name(name));
    }

    @Test
    void aCutLooksAtNothingTwice() {
        String text = ("a".repeat(1_990) + "-").repeat(3);
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            for (int again = 0; again < 1_000; again++) {
                SafeText.of(text);
            }
        });
    }

    @Test
    void itIsOneLineOfBoundedLength() {
        assertThat(SafeText.of("one\n\ttwo\u0007\u202ethree")).isEqualTo("one two three");
        assertThat(SafeText.of("word ".repeat(1000))).hasSize(500).endsWith("…");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Aa0", "Zz9", "+aA/0%2"})
    void aRunOfLettersOfBothCasesAndADigitIsASecret(String unit) {
        assertThat(SafeText.of("x: " + unit.repeat(20))).isEqualTo("x: …");
    }

    @ParameterizedTest
    @ValueSource(strings = {"az", "AZ", "AZaz", "AZ09", "az09", "az/AZ+", "Az%", "az09+/", "AZ09+/"})
    void aRunThatLacksOneOfTheThreeIsAName(String unit) {
        assertThat(SafeText.of("x: " + unit.repeat(20))).isEqualTo("x: " + unit.repeat(20));
    }

    @Test
    void aSecretIsLeftOutOfAnArnThatSomebodyElseWrote() {
        String arn = "arn:aws:iam::111122223333:role/backend";

        assertThat(SafeText.foreignArn(arn)).isEqualTo(arn);
        assertThat(SafeText.foreignArn("arn:aws:iam::111122223333:role/" + SECRET))
                .isEqualTo("arn:aws:iam::111122223333:…");
    }

    @Test
    void aTextThatJustFitsIsKeptWhole() {
        assertThat(SafeText.of("one ".repeat(124) + "last")).hasSize(500).endsWith("one last");
        assertThat(SafeText.of("one" + " ".repeat(1993) + "last")).isEqualTo("one last");
    }

    @Test
    void aCutLeavesNoHalfCharacter() {
        String path = "/" + "y".repeat(4094);

        assertThat(SafeText.path(path + "\ud83d\udd11")).isEqualTo(path);
        assertThat(SafeText.path(path + "\n/x")).isEqualTo(path + "?");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            ""                   | ""
            " "                  | ""
            "a b"                | "a b"
            " a"                 | "a"
            "a "                 | "a"
            "a  b"               | "a b"
            "a\tb"               | "a b"
            "~a\u007fb"          | "~a b"
            "a\u00a0b\u00e9"     | "a\u00a0b\u00e9"
            """)
    void spacesAreOneBetweenWordsAndNoneAround(String text, String line) {
        assertThat(SafeText.of(text)).isEqualTo(line);
    }

    /** The shortest that is masked and the shortest that is left out, and a character less of each. */
    @Test
    void whatIsShorterThanAnIdOrASecretIsKept() {
        String least = SECRET.replace('+', '%');

        assertThat(SafeText.of(KEY_ID.substring(1))).isEqualTo(KEY_ID.substring(1));
        assertThat(SafeText.of(KEY_ID)).isEqualTo(MASKED);
        assertThat(SafeText.of(least.substring(1))).isEqualTo(least.substring(1));
        assertThat(SafeText.of(least)).isEqualTo("…");
        assertThat(SafeText.path("/" + KEY_ID)).isEqualTo("/" + MASKED);
    }
}
