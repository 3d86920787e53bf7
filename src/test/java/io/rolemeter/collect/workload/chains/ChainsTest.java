package io.rolemeter.collect.workload.chains;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.model.ChainStep;
import io.rolemeter.model.ChosenCredential;
import io.rolemeter.model.InstanceRole;
import io.rolemeter.model.Sdk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChainsTest {
    @ParameterizedTest
    @EnumSource(Sdk.class)
    void atMostOneStepWinsAndNoneShowsASecretOrAWholeId(Sdk sdk) {
        ChosenCredential choice = new TestProcess()
                .usualFiles()
                .environmentKey()
                .property("aws.accessKeyId", TestProcess.id("PROP"))
                .property("aws.secretAccessKey", TestProcess.SECRET)
                .choice(sdk);
        assertThat(choice.chain().stream().filter(ChainStep::wins)).hasSize(1);
        assertThat(choice.toString())
                .doesNotContain(TestProcess.SECRET)
                .doesNotContain(TestProcess.id("ENVK"))
                .doesNotContain(TestProcess.id("DFLT"));
    }

    @Test
    void whatComesAfterTheWinnerIsStillSaidToBeThere() {
        ChosenCredential choice =
                new TestProcess().usualFiles().environmentKey().choice(Sdk.GO_V2);
        assertThat(choice.chain())
                .extracting(step -> step.provider() + " " + step.present() + " " + step.wins())
                .containsExactly(
                        "environment true true",
                        "web_identity false false",
                        "profile true false",
                        "container false false",
                        "instance_role true false");
    }

    @Test
    void aHostWithoutARoleLeavesNothing() {
        assertThat(new TestProcess().instanceRole(InstanceRole.ABSENT).chosen(Sdk.JAVA_V2))
                .isEqualTo("none");
    }

    @Test
    void theNewerCommandLineTakesTheOtherProfileVariableFirst() {
        TestProcess process =
                new TestProcess().usualFiles().variable("AWS_PROFILE", "other").variable("AWS_DEFAULT_PROFILE", "cfg");
        assertThat(process.chosen(Sdk.AWS_CLI)).isEqualTo("shared_credentials_file OTHR");
        assertThat(process.chosen(Sdk.BOTOCORE)).isEqualTo("config_file CNFG");
    }

    @Test
    void aProfileOnTheCommandLineComesBeforeTheKeyOfTheEnvironment() {
        TestProcess process = new TestProcess().usualFiles().environmentKey();
        assertThat(process.property("profile", "").chosen(Sdk.AWS_CLI)).isEqualTo("environment ENVK");
        assertThat(process.property("profile", "other").chosen(Sdk.AWS_CLI)).isEqualTo("shared_credentials_file OTHR");
        assertThat(process.chosen(Sdk.BOTOCORE)).isEqualTo("shared_credentials_file OTHR");
        assertThat(process.property("profile", "nope").chosen(Sdk.AWS_CLI)).isEqualTo("none");
    }

    @Test
    void aRegionOnTheCommandLineIsOneToAskStsIn() {
        TestProcess process = new TestProcess()
                .usualFiles()
                .file(
                        "~/.aws/config",
                        "[profile app]\nrole_arn = arn:aws:iam::111122223333:role/app\nsource_profile = other\n")
                .property("profile", "app");
        assertThat(process.chosen(Sdk.BOTOCORE)).isEqualTo("none");
        assertThat(process.property("region", "eu-west-1").chosen(Sdk.BOTOCORE)).isEqualTo("assume_role OTHR");
    }

    @Test
    void systemPropertiesOfAnUnknownSdkAreNeverTheRole() {
        TestProcess process = new TestProcess()
                .property("aws.accessKeyId", TestProcess.id("PROP"))
                .property("aws.secretAccessKey", TestProcess.SECRET);
        assertThat(process.chosen(Sdk.UNKNOWN)).isEqualTo("system_properties PROP");
        assertThat(process.environmentKey().chosen(Sdk.UNKNOWN)).isEqualTo("system_properties PROP");
        assertThat(process.property("aws.secretKey", TestProcess.SECRET).chosen(Sdk.UNKNOWN))
                .isEqualTo("unknown");
        assertThat(new TestProcess().property("aws.profile", "app").chosen(Sdk.UNKNOWN))
                .isEqualTo("unknown");
    }

    @Test
    void anUnknownSdkIsOnlySureOfWhatAllHaveInCommon() {
        assertThat(new TestProcess().usualFiles().environmentKey().chosen(Sdk.UNKNOWN))
                .isEqualTo("environment ENVK");
        assertThat(new TestProcess().usualFiles().chosen(Sdk.UNKNOWN)).isEqualTo("shared_credentials_file DFLT");
        assertThat(new TestProcess().chosen(Sdk.UNKNOWN)).isEqualTo("instance_role");
        assertThat(new TestProcess()
                        .usualFiles()
                        .environmentKey()
                        .variable("AWS_PROFILE", "other")
                        .chosen(Sdk.UNKNOWN))
                .isEqualTo("unknown");
    }
}
