package io.rolemeter.collect.workload.chains;

import static io.rolemeter.collect.workload.chains.TestProcess.id;
import static io.rolemeter.collect.workload.chains.TestProcess.section;

import io.rolemeter.model.ChainStep;
import io.rolemeter.model.ChosenCredential;
import io.rolemeter.model.InstanceRole;
import io.rolemeter.model.KeyId;
import io.rolemeter.model.Sdk;
import io.rolemeter.publish.Golden;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is said of every provider; which of them wins was measured with the real SDKs, see the matrix. */
class ChainSentencesTest {
    private static final String ASSUMES = "[profile app]\nrole_arn = arn:aws:iam::111122223333:role/app\n";
    private static final String SSO_ROLE = "sso_account_id = 111122223333\nsso_role_name = dev\n";
    private static final String SSO_PLACE = "sso_region = eu-west-1\nsso_start_url = https://x.example\n";

    private static Map<String, TestProcess> processes() {
        Map<String, TestProcess> processes = new LinkedHashMap<>();
        processes.put("all that is usual", usual().environmentKey());
        processes.put("no role on the host", new TestProcess().instanceRole(InstanceRole.ABSENT));
        processes.put("nobody knows whether there is a role", new TestProcess().instanceRole(InstanceRole.UNKNOWN));
        processes.put(
                "the metadata service is not asked", new TestProcess().variable("AWS_EC2_METADATA_DISABLED", "true"));
        processes.put("half a key", usual().variable("AWS_ACCESS_KEY_ID", id("ENVK")));
        processes.put("a session key", new TestProcess().environmentKey().variable("AWS_SESSION_TOKEN", "token"));
        processes.put("system properties", properties());
        processes.put("a profile that is not there", usual().variable("AWS_PROFILE", "nope"));
        processes.put("a profile with half a key", half());
        processes.put("a web identity", webIdentity());
        processes.put(
                "a container", new TestProcess().variable("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "/v2/credentials"));
        processes.put(
                "a container by its whole address",
                new TestProcess()
                        .variable("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://169.254.170.23/v1/credentials"));
        processes.put("a process", config("[profile app]\ncredential_process = /bin/keys\n"));
        processes.put("a web identity in a profile", config(ASSUMES + "web_identity_token_file = /var/token\n"));
        processes.put("single sign-on", config("[profile app]\n" + SSO_ROLE + SSO_PLACE));
        processes.put(
                "a session of single sign-on",
                config("[profile app]\nsso_session = s\n" + SSO_ROLE + "[sso-session s]\n" + SSO_PLACE));
        processes.put("a login", config("[profile app]\nlogin_session = arn:aws:iam::111122223333:user/dev\n"));
        processes.put("a role by a key of another profile", config(ASSUMES + "source_profile = other\n"));
        processes.put("a role by a profile that is not there", config(ASSUMES + "source_profile = nope\n"));
        processes.put("a role by its own profile", config(ASSUMES + "source_profile = app\n"));
        processes.put(
                "two roles by each other",
                config(ASSUMES + "source_profile = b\n[profile b]\nrole_arn = arn:aws:iam::111122223333:role/b\n"
                        + "source_profile = app\n"));
        processes.put("a role by the instance's", config(ASSUMES + "credential_source = Ec2InstanceMetadata\n"));
        processes.put(
                "a role by the environment",
                config(ASSUMES + "credential_source = Environment\n").environmentKey());
        processes.put("a role by the container's", config(ASSUMES + "credential_source = EcsContainer\n"));
        processes.put("a role by something unknown", config(ASSUMES + "credential_source = Moon\n"));
        processes.put("a role by nothing", config(ASSUMES));
        processes.put(
                "a role without the module that assumes it",
                config(ASSUMES + "source_profile = other\n").withoutSts());
        return processes;
    }

    private static TestProcess usual() {
        return new TestProcess().usualFiles();
    }

    private static TestProcess config(String text) {
        return new TestProcess()
                .file("~/.aws/credentials", section("other", "OTHR"))
                .file("~/.aws/config", text)
                .variable("AWS_REGION", "eu-west-1")
                .variable("AWS_SDK_LOAD_CONFIG", "1")
                .variable("AWS_PROFILE", "app");
    }

    private static TestProcess half() {
        return new TestProcess().file("~/.aws/credentials", "[default]\naws_access_key_id = " + id("DFLT") + "\n");
    }

    private static TestProcess properties() {
        return new TestProcess()
                .property("aws.accessKeyId", id("PROP"))
                .property("aws.secretAccessKey", "x")
                .property("aws.secretKey", "x");
    }

    private static TestProcess webIdentity() {
        return new TestProcess()
                .file("/var/token", "a token")
                .variable("AWS_WEB_IDENTITY_TOKEN_FILE", "/var/token")
                .variable("AWS_ROLE_ARN", "arn:aws:iam::111122223333:role/app")
                .variable("AWS_REGION", "eu-west-1");
    }

    /** Of all processes but the first, only the lines that differ from it. */
    @Test
    void everySentenceOfEveryChainIsAsItWasRead() throws IOException {
        StringBuilder text = new StringBuilder();
        for (Sdk sdk : Sdk.values()) {
            List<String> bare = lines(new TestProcess().choice(sdk));
            text.append("# ").append(sdk.label()).append('\n').append(String.join("", bare));
            processes().forEach((name, process) -> {
                List<String> lines = new ArrayList<>(lines(process.choice(sdk)));
                lines.removeAll(bare);
                text.append("with ").append(name).append('\n').append(String.join("", lines));
            });
        }

        Golden.compare(text.toString(), "chains.txt");
    }

    private static List<String> lines(ChosenCredential choice) {
        List<String> lines = new ArrayList<>();
        String origin = choice.origin().map(path -> " from " + path).orElse("");
        lines.add("    " + choice.source().label() + key(choice.keyId()) + origin + "\n");
        for (ChainStep step : choice.chain()) {
            String mark = step.wins() ? "  > " : step.present() ? "  + " : "  - ";
            lines.add(mark + step.provider() + ": " + step.why() + key(step.keyId()) + "\n");
        }
        return lines;
    }

    private static String key(Optional<KeyId> id) {
        return id.map(key -> " " + key.masked()).orElse("");
    }
}
