package io.rolemeter.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    private static final String ID = "AKIA" + "IOSFODNN7EXAMPLE";
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG/" + "bPxRfiCYEXAMPLEKEY";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aws: {region: %s}",
                "aws: {endpoints: {s3: \"ftp://%s@a\"}}",
                "aws: {endpoints: {s3: \"x%sx\"}}",
                "aws: {%s: x}",
                "%s: {a: b}",
                "%s",
                "imds: {interval: %s}",
                "web: {listen_address: [%s]}",
                "expect: {role: \"arn:aws:iam::111122223333:role/%s \"}",
                "keys: {paths: {%s: 1}}",
                "imds: {interval: 1}\nimds: {%1$s: 1, %1$s: 2}",
                "expect: {%s: &a 1, b: *a}",
                "aws: {region: !%s x}",
                "aws: {region: !%1$s!%1$s x}",
                "aws: {region: *%s}",
                "aws: {region: \"\\x%s\"}",
                "a: &%s",
                "probes: [{name: \"%s\", interval: \"%1$s\", timeout: \"%1$s\", expect: \"%1$s\", x: \"%1$s\"}]",
                "aws: {secret_access_key: %s}"
            })
    void noMessageRepeatsAKeyIdOrASecret(String form) {
        for (String value : List.of(ID, SECRET, ID + ":" + SECRET, SECRET.repeat(3))) {
            List<String> problems =
                    Reading.of(form.replace("%s", "%1$s").formatted(value)).problems();
            assertThat(problems).isNotEmpty().noneMatch(line -> line.contains(value.substring(0, 12)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aws_secret_access_key",
                "aws_access_key_id",
                "access_key",
                "access-key",
                "SecretAccessKey",
                "AWS_SESSION_TOKEN",
                "password"
            })
    void aCredentialHasNoPlaceInTheFile(String key) {
        String problem = ": no secret ever belongs in the configuration; remove it, the instance's role is used";
        assertThat(Reading.of(key + ": x").problems()).containsExactly("rolemeter.yml:1: " + key + problem);
        assertThat(Reading.of("aws:\n  " + key + ": x").problems())
                .containsExactly("rolemeter.yml:2: aws." + key + problem);
        assertThat(Reading.of("aws: {endpoints: {" + key + ": x}}").problems())
                .containsExactly("rolemeter.yml:1: aws.endpoints." + key + problem);
    }

    @Test
    void aNodeCannotPrintASecret() {
        assertThat(new Node.Scalar(1, SECRET)).hasToString("\"…\"");
    }

    @Test
    void aLongPathIsNoSecretAndASecretWithSlashesIs() {
        String path = "/srv/application/production/current/config";
        assertThat(Quoted.of(path)).isEqualTo('"' + path + '"');
        assertThat(Quoted.of("wJal/" + "XUtnFEMI/K7MD/ENGb/PxRf/iCYE/XAMP/LEKE/Y"))
                .isEqualTo("\"…\"");
        Problems problems = new Problems("/etc/Rolemeter/Environments/Production/All/Hosts.yml");
        problems.add("x");
        assertThat(problems.lines()).containsExactly("/etc/Rolemeter/Environments/Production/All/Hosts.yml: x");
    }

    @Test
    void aSecretAfterTheShownPartIsNotSearchedAtAnyCost() {
        assertThat(Quoted.of("a/".repeat(1 << 19))).hasSize(63);
        assertThat(Quoted.of("- ".repeat(20) + SECRET)).isEqualTo("\"…\"");
    }

    @Test
    void longTextAndControlCharactersDoNotSpoilTheLine() {
        assertThat(Quoted.of("a b ".repeat(100))).hasSize(63).endsWith("…\"");
        assertThat(Quoted.of("a\r\n\u001b[31m\u202eb\u0000")).isEqualTo("\"a�[31m�b�\"");
    }
}
