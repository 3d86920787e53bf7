package io.rolemeter.collect.workload.chains;

import static io.rolemeter.collect.workload.chains.TestProcess.id;
import static io.rolemeter.collect.workload.chains.TestProcess.section;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.rolemeter.model.Sdk;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What was measured with the real SDKs: one row a process, one column an SDK. A dash where nobody measured. */
class MeasuredMatrixTest {
    private static final String DEFAULT = "shared_credentials_file DFLT";
    private static final String OTHER = "shared_credentials_file OTHR";
    private static final String ENVIRONMENT = "environment ENVK";
    private static final String CONFIG = "config_file CNFG";
    private static final String ROLE = "instance_role";
    private static final String ANY = "-";
    private static final List<Sdk> COLUMNS =
            List.of(Sdk.BOTOCORE, Sdk.JAVASCRIPT_V3, Sdk.JAVASCRIPT_V2, Sdk.JAVA_V2, Sdk.JAVA_V1, Sdk.GO_V2, Sdk.RUST);

    private static TestProcess usual() {
        return new TestProcess().usualFiles();
    }

    /** Name, process, and what botocore, JavaScript 3 and 2, Java 2 and 1, Go and Rust choose. */
    static Stream<Arguments> rows() {
        return Stream.of(
                row("nothing", usual(), DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT),
                row("no files", new TestProcess(), ROLE, ROLE, ROLE, ROLE, ROLE, ROLE, ROLE),
                row(
                        "env keys",
                        usual().environmentKey(),
                        ENVIRONMENT,
                        ENVIRONMENT,
                        ENVIRONMENT,
                        ENVIRONMENT,
                        ENVIRONMENT,
                        ENVIRONMENT,
                        ENVIRONMENT),
                row(
                        "env keys and AWS_PROFILE=other",
                        usual().environmentKey().variable("AWS_PROFILE", "other"),
                        ENVIRONMENT,
                        OTHER,
                        ENVIRONMENT,
                        ENVIRONMENT,
                        ENVIRONMENT,
                        ENVIRONMENT,
                        ENVIRONMENT),
                row(
                        "AWS_PROFILE=other",
                        usual().variable("AWS_PROFILE", "other"),
                        OTHER,
                        OTHER,
                        OTHER,
                        OTHER,
                        OTHER,
                        OTHER,
                        OTHER),
                row(
                        "AWS_PROFILE=nope",
                        usual().variable("AWS_PROFILE", "nope"),
                        "none",
                        ROLE,
                        ROLE,
                        ROLE,
                        ROLE,
                        "none",
                        ROLE),
                row(
                        "env keys and AWS_PROFILE=nope",
                        usual().environmentKey().variable("AWS_PROFILE", "nope"),
                        "none",
                        ROLE,
                        ENVIRONMENT,
                        ENVIRONMENT,
                        ENVIRONMENT,
                        "none",
                        ENVIRONMENT),
                row(
                        "AWS_PROFILE=cfg, keys only in config",
                        usual().variable("AWS_PROFILE", "cfg"),
                        CONFIG,
                        CONFIG,
                        ROLE,
                        CONFIG,
                        ROLE,
                        CONFIG,
                        CONFIG),
                row(
                        "the same with AWS_SDK_LOAD_CONFIG",
                        usual().variable("AWS_PROFILE", "cfg").variable("AWS_SDK_LOAD_CONFIG", "1"),
                        CONFIG,
                        CONFIG,
                        CONFIG,
                        CONFIG,
                        ROLE,
                        CONFIG,
                        CONFIG),
                row(
                        "a key id without its secret",
                        usual().variable("AWS_ACCESS_KEY_ID", id("ENVK")),
                        "none",
                        DEFAULT,
                        DEFAULT,
                        DEFAULT,
                        DEFAULT,
                        DEFAULT,
                        DEFAULT),
                row(
                        "both set to the empty string",
                        usual().variable("AWS_ACCESS_KEY_ID", "").variable("AWS_SECRET_ACCESS_KEY", ""),
                        DEFAULT,
                        DEFAULT,
                        DEFAULT,
                        DEFAULT,
                        DEFAULT,
                        DEFAULT,
                        DEFAULT),
                row(
                        "the legacy names",
                        new TestProcess().key("AWS_ACCESS_KEY", "AWS_SECRET_KEY", "ENVK"),
                        ROLE,
                        ROLE,
                        ROLE,
                        ROLE,
                        ENVIRONMENT,
                        ENVIRONMENT,
                        ROLE),
                row(
                        "the names with AMAZON",
                        usual().key("AMAZON_ACCESS_KEY_ID", "AMAZON_SECRET_ACCESS_KEY", "ENVK"),
                        DEFAULT,
                        DEFAULT,
                        ENVIRONMENT,
                        DEFAULT,
                        DEFAULT,
                        DEFAULT,
                        DEFAULT),
                row(
                        "AWS_SHARED_CREDENTIALS_FILE=/nonexistent",
                        usual().variable("AWS_SHARED_CREDENTIALS_FILE", "/nonexistent"),
                        ROLE,
                        ROLE,
                        DEFAULT,
                        ROLE,
                        DEFAULT,
                        ROLE,
                        ROLE),
                row(
                        "the same with AWS_EC2_METADATA_DISABLED",
                        usual().variable("AWS_SHARED_CREDENTIALS_FILE", "/nonexistent")
                                .variable("AWS_EC2_METADATA_DISABLED", "true"),
                        "none",
                        "none",
                        DEFAULT,
                        "none",
                        DEFAULT,
                        "none",
                        "none"),
                row(
                        "no files and AWS_EC2_METADATA_DISABLED=1",
                        new TestProcess().variable("AWS_EC2_METADATA_DISABLED", "1"),
                        ROLE,
                        "none",
                        "none",
                        "none",
                        ANY,
                        ANY,
                        ANY),
                row(
                        "no files and AWS_EC2_METADATA_DISABLED=false",
                        new TestProcess().variable("AWS_EC2_METADATA_DISABLED", "false"),
                        ROLE,
                        ROLE,
                        "none",
                        ROLE,
                        ROLE,
                        ROLE,
                        ROLE),
                row(
                        "a container's credentials and AWS_SHARED_CREDENTIALS_FILE=/nonexistent",
                        usual().variable("AWS_SHARED_CREDENTIALS_FILE", "/nonexistent")
                                .variable("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://127.0.0.1/x"),
                        "container",
                        "container",
                        DEFAULT,
                        "container",
                        DEFAULT,
                        "container",
                        "container"),
                row(
                        "AWS_DEFAULT_PROFILE=other",
                        usual().variable("AWS_DEFAULT_PROFILE", "other"),
                        OTHER,
                        DEFAULT,
                        DEFAULT,
                        DEFAULT,
                        DEFAULT,
                        OTHER,
                        DEFAULT),
                row(
                        "AWS_PROFILE=default and AWS_DEFAULT_PROFILE=other",
                        usual().variable("AWS_PROFILE", "default").variable("AWS_DEFAULT_PROFILE", "other"),
                        OTHER,
                        DEFAULT,
                        DEFAULT,
                        DEFAULT,
                        DEFAULT,
                        DEFAULT,
                        DEFAULT),
                row(
                        "env keys and AWS_PROFILE empty",
                        usual().environmentKey().variable("AWS_PROFILE", ""),
                        "none",
                        ENVIRONMENT,
                        ENVIRONMENT,
                        ENVIRONMENT,
                        ENVIRONMENT,
                        ENVIRONMENT,
                        ENVIRONMENT),
                row("AWS_PROFILE empty", usual().variable("AWS_PROFILE", ""), "none", ANY, ANY, ROLE, ANY, ANY, ANY),
                row(
                        "a role to assume, with the key of another profile",
                        new TestProcess()
                                .file("~/.aws/credentials", section("base", "BASE"))
                                .file(
                                        "~/.aws/config",
                                        "[default]\nrole_arn = arn:aws:iam::1:role/r\nsource_profile = base\nregion = us-east-1\n"),
                        "assume_role BASE",
                        "assume_role BASE",
                        ROLE,
                        "assume_role BASE",
                        ROLE,
                        "assume_role BASE",
                        "assume_role BASE"),
                row(
                        "a role to assume, without a region",
                        new TestProcess()
                                .variable("AWS_REGION", "us-east-1")
                                .file("~/.aws/credentials", section("base", "BASE"))
                                .file(
                                        "~/.aws/config",
                                        "[default]\nrole_arn = arn:aws:iam::1:role/r\nsource_profile = base\n"),
                        "none",
                        "assume_role BASE",
                        ROLE,
                        "assume_role BASE",
                        ROLE,
                        "assume_role BASE",
                        "assume_role BASE"),
                row(
                        "credential_process in config beside static keys in credentials",
                        usual().file("~/.aws/config", "[default]\ncredential_process = /bin/keys\n"),
                        DEFAULT,
                        DEFAULT,
                        ANY,
                        "credential_process",
                        ANY,
                        DEFAULT,
                        ANY),
                row(
                        "a key id in credentials and its secret in config",
                        new TestProcess()
                                .file("~/.aws/credentials", "[default]\naws_access_key_id = " + id("DFLT") + "\n")
                                .file("~/.aws/config", "[default]\naws_secret_access_key = x\n"),
                        ANY,
                        DEFAULT,
                        ROLE,
                        DEFAULT,
                        ROLE,
                        ANY,
                        ANY),
                row(
                        "env keys and a byte order mark in the credentials file",
                        usual().environmentKey().file("~/.aws/credentials", "\uFEFF" + section("default", "DFLT")),
                        "none",
                        ENVIRONMENT,
                        ENVIRONMENT,
                        ENVIRONMENT,
                        ENVIRONMENT,
                        ENVIRONMENT,
                        ENVIRONMENT),
                row(
                        "a byte order mark in the credentials file",
                        usual().file("~/.aws/credentials", "\uFEFF" + section("default", "DFLT")),
                        "none",
                        DEFAULT,
                        DEFAULT,
                        "none",
                        ROLE,
                        ROLE,
                        "none"),
                row(
                        "a token file that is missing, and files",
                        usual().variable("AWS_WEB_IDENTITY_TOKEN_FILE", "/missing")
                                .variable("AWS_ROLE_ARN", "r"),
                        "none",
                        DEFAULT,
                        DEFAULT,
                        DEFAULT,
                        DEFAULT,
                        "none",
                        DEFAULT),
                row(
                        "a token file that is missing, and no files",
                        new TestProcess()
                                .variable("AWS_WEB_IDENTITY_TOKEN_FILE", "/missing")
                                .variable("AWS_ROLE_ARN", "r"),
                        "none",
                        "none",
                        ROLE,
                        ROLE,
                        ROLE,
                        "none",
                        "none"),
                row(
                        "property names in capitals",
                        new TestProcess()
                                .file(
                                        "~/.aws/credentials",
                                        "[default]\nAWS_ACCESS_KEY_ID = " + id("DFLT")
                                                + "\nAWS_SECRET_ACCESS_KEY = x\n"),
                        DEFAULT,
                        ROLE,
                        ROLE,
                        ROLE,
                        ROLE,
                        DEFAULT,
                        ANY),
                row(
                        "system properties and env keys",
                        usual().environmentKey()
                                .property("aws.accessKeyId", id("PROP"))
                                .property("aws.secretAccessKey", "x"),
                        ANY,
                        ANY,
                        ANY,
                        "system_properties PROP",
                        ENVIRONMENT,
                        ANY,
                        ANY),
                row(
                        "system properties with the names of version 1",
                        usual().property("aws.accessKeyId", id("PROP")).property("aws.secretKey", "x"),
                        ANY,
                        ANY,
                        ANY,
                        DEFAULT,
                        "system_properties PROP",
                        ANY,
                        ANY),
                row(
                        "a role to assume without the module sts",
                        new TestProcess()
                                .withoutSts()
                                .file("~/.aws/credentials", section("base", "BASE"))
                                .file(
                                        "~/.aws/config",
                                        "[default]\nrole_arn = arn:aws:iam::1:role/r\nsource_profile = base\n"),
                        ANY,
                        ANY,
                        ANY,
                        ROLE,
                        ANY,
                        ANY,
                        ANY));
    }

    private static Arguments row(String name, TestProcess process, String... chosen) {
        return arguments(name, process, List.of(chosen));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void everySdkChoosesWhatWasMeasured(String name, TestProcess process, List<String> expected) {
        List<String> chosen = new ArrayList<>();
        for (int column = 0; column < COLUMNS.size(); column++) {
            boolean measured = !expected.get(column).equals(ANY);
            chosen.add(measured ? process.chosen(COLUMNS.get(column)) : ANY);
        }
        assertThat(chosen).as(name).isEqualTo(expected);
    }
}
