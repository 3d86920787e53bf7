package io.rolemeter.collect.workload.chains;

import static io.rolemeter.collect.workload.chains.TestProcess.id;
import static io.rolemeter.collect.workload.chains.TestProcess.section;
import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.model.Sdk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files botocore reads, as measured with 1.43.11. */
class BotocoreFilesTest {
    private static TestProcess credentialFile(String content) {
        return new TestProcess().variable("AWS_CREDENTIAL_FILE", "~/ec2").file("~/ec2", content);
    }

    private static String legacy(String last) {
        return "AWSAccessKeyId = " + id(last) + "\nno setting\nAWSSecretKey=" + TestProcess.SECRET + "\n";
    }

    @Test
    void theFileOfTheFirstToolsForEc2ComesBetweenConfigFileAndBoto() {
        TestProcess process = credentialFile(legacy("EC2K")).file("/etc/boto.cfg", section("Credentials", "BOTO"));
        assertThat(process.chosen(Sdk.BOTOCORE)).isEqualTo("config_file EC2K");
        assertThat(process.choice(Sdk.BOTOCORE).origin()).contains(TestProcess.HOME + "/ec2");
        process.file("~/.aws/config", section("default", "CNFG"));
        assertThat(process.chosen(Sdk.AWS_CLI)).isEqualTo("config_file CNFG");
    }

    @Test
    void aFileOfThemWithoutAKeyIsPassedOver() {
        assertThat(credentialFile("x=1\n").chosen(Sdk.BOTOCORE)).isEqualTo("instance_role");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "~/gone", "$HOME/ec2"})
    void aFileOfThemThatIsNotThereIsAnError(String path) {
        TestProcess process = credentialFile(legacy("EC2K")).variable("AWS_CREDENTIAL_FILE", path);
        assertThat(process.chosen(Sdk.BOTOCORE)).isEqualTo("none");
    }

    @Test
    void halfAKeyInItIsAnError() {
        assertThat(credentialFile("AWSAccessKeyId=" + id("EC2K")).chosen(Sdk.BOTOCORE))
                .isEqualTo("none");
    }

    @Test
    void otherSdksDoNotReadItAndAnUnknownOneMay() {
        assertThat(credentialFile(legacy("EC2K")).chosen(Sdk.JAVASCRIPT_V3)).isEqualTo("instance_role");
        assertThat(credentialFile(legacy("EC2K")).chosen(Sdk.UNKNOWN)).isEqualTo("unknown");
    }

    @ParameterizedTest
    @CsvSource({
        "$HOME/conf/creds,/home/deploy/conf/creds",
        "${HOME}/conf/creds,/home/deploy/conf/creds",
        "~/conf/creds,/home/deploy/conf/creds",
        "$CONF/creds,/opt/conf/creds",
        "~root/creds,/root/creds",
        "~nobody/creds,/srv/app/~nobody/creds",
        "$NOPE/creds,/srv/app/$NOPE/creds",
        "$/creds${,/srv/app/$/creds${",
        "creds,/srv/app/creds"
    })
    void variablesAndHomesInPathsAreExpanded(String written, String path) {
        TestProcess process = new TestProcess()
                .variable("CONF", "/opt/conf")
                .variable("AWS_SHARED_CREDENTIALS_FILE", written)
                .file(path, section("default", "MOVD"));
        assertThat(process.chosen(Sdk.BOTOCORE)).isEqualTo("shared_credentials_file MOVD");
    }

    @Test
    void noOtherSdkExpandsVariables() {
        TestProcess process = new TestProcess()
                .variable("AWS_SHARED_CREDENTIALS_FILE", "$HOME/creds")
                .file("~/creds", section("default", "MOVD"));
        assertThat(process.chosen(Sdk.JAVASCRIPT_V3)).isEqualTo("instance_role");
        assertThat(process.chosen(Sdk.JAVA_V2)).isEqualTo("instance_role");
        assertThat(process.chosen(Sdk.GO_V2)).isEqualTo("instance_role");
    }
}
