package io.rolemeter.agreement;

import io.rolemeter.demo.account.Account;
import io.rolemeter.demo.account.Credential;
import io.rolemeter.demo.account.Identities;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes combinations of variables and files; the same seed makes the same ones. Most of each are what people have. */
final class CaseGenerator {
    private static final String SECRET = "FAKEk9Zp2LmQx7Rt4Wv1Yb6Nc3Hd8Jf5Gs0Ae+/T";
    private static final Credential USER = Identities.userKey();

    private final Random random;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final Map<String, String> properties = new LinkedHashMap<>();
    private final Map<String, String> files = new LinkedHashMap<>();

    private CaseGenerator(long seed) {
        this.random = new Random(seed);
    }

    /**
     * One case.
     *
     * @param home that it will have
     * @param host where its metadata service, STS and container endpoint are
     */
    static GeneratedCase of(long seed, Path home, Map<String, String> host) {
        CaseGenerator generator = new CaseGenerator(seed);
        generator.generate(home, host);
        return new GeneratedCase(home, generator.environment, generator.properties, generator.files);
    }

    private void generate(Path home, Map<String, String> host) {
        environment.put("HOME", home.toString());
        environment.put("AWS_REGION", "us-east-1");
        oneOf(CaseGenerator::nothing, set("AWS_DEFAULT_REGION", "us-east-1"));
        environment.put("AWS_EC2_METADATA_SERVICE_ENDPOINT", host.getOrDefault("metadata", ""));
        environment.put("AWS_ENDPOINT_URL_STS", host.getOrDefault("sts", ""));
        environment.put("AWS_METADATA_SERVICE_TIMEOUT", "10");
        environment.put("AWS_METADATA_SERVICE_NUM_ATTEMPTS", "3");
        variables();
        oneOf(
                CaseGenerator::nothing,
                CaseGenerator::nothing,
                CaseGenerator::nothing,
                CaseGenerator::nothing,
                set("AWS_WEB_IDENTITY_TOKEN_FILE", home + "/no-token"));
        if (environment.containsKey("AWS_WEB_IDENTITY_TOKEN_FILE")) {
            environment.put("AWS_ROLE_ARN", Account.VIEWER_ARN);
        }
        oneOf(
                CaseGenerator::nothing,
                CaseGenerator::nothing,
                CaseGenerator::nothing,
                CaseGenerator::nothing,
                CaseGenerator::nothing,
                set("AWS_CONTAINER_CREDENTIALS_FULL_URI", host.getOrDefault("container", "")));
        oneOf(
                CaseGenerator::nothing,
                CaseGenerator::nothing,
                CaseGenerator::nothing,
                CaseGenerator::nothing,
                set("AWS_EC2_METADATA_DISABLED", "true"),
                set("AWS_EC2_METADATA_DISABLED", "false"),
                set("AWS_EC2_METADATA_DISABLED", "1"));
        oneOf(
                CaseGenerator::nothing,
                CaseGenerator::nothing,
                CaseGenerator::nothing,
                CaseGenerator::nothing,
                set("AWS_SHARED_CREDENTIALS_FILE", "/nonexistent"),
                set("AWS_SHARED_CREDENTIALS_FILE", home + "/moved"));
        files(home);
        properties();
    }

    private void variables() {
        oneOf(
                CaseGenerator::nothing,
                CaseGenerator::nothing,
                CaseGenerator::nothing,
                pair("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"),
                pair("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"),
                set("AWS_ACCESS_KEY_ID", id("HALF")),
                set("AWS_SECRET_ACCESS_KEY", SECRET),
                () -> environment.putAll(Map.of("AWS_ACCESS_KEY_ID", "", "AWS_SECRET_ACCESS_KEY", "")),
                pair("AWS_ACCESS_KEY", "AWS_SECRET_KEY"),
                pair("AMAZON_ACCESS_KEY_ID", "AMAZON_SECRET_ACCESS_KEY"));
        oneOf(
                CaseGenerator::nothing,
                CaseGenerator::nothing,
                CaseGenerator::nothing,
                CaseGenerator::nothing,
                set("AWS_PROFILE", "other"),
                set("AWS_PROFILE", "nope"),
                set("AWS_PROFILE", "cfg"),
                set("AWS_PROFILE", "role"),
                set("AWS_PROFILE", ""),
                set("AWS_PROFILE", "default"),
                set("AWS_PROFILE", "ec2"),
                set("AWS_PROFILE", "half"));
        oneOf(
                CaseGenerator::nothing,
                CaseGenerator::nothing,
                CaseGenerator::nothing,
                CaseGenerator::nothing,
                set("AWS_DEFAULT_PROFILE", "other"));
        oneOf(CaseGenerator::nothing, CaseGenerator::nothing, set("AWS_SDK_LOAD_CONFIG", "1"));
    }

    private void files(Path home) {
        String other = userSection("other");
        List<String> credentials = List.of(
                "",
                section("default", "DFLT") + other,
                section("default", "DFL2") + other,
                section("default", "DFLT") + other,
                other,
                "\uFEFF" + section("default", "DFLT") + other,
                section("default", "CAPS").replace("aws_", "AWS_") + other,
                "[default]\naws_access_key_id = " + id("HALF") + "\n\n" + other,
                "# mine\n\n" + section("default", "DFLT").replace("\n", "\r\n") + other,
                section("default", "DFLT") + "region\n" + other,
                section("default", "DFLT") + section("default", "TWIC"),
                section("profile other", "PROF") + section("default", "DFLT"),
                "  [default]  # here\n aws_access_key_id=" + id("DENT") + "\n aws_secret_access_key=" + SECRET + "\n",
                "[half]\naws_access_key_id = " + id("HALF") + "\n" + other);
        String chosen = credentials.get(random.nextInt(credentials.size()));
        if (!chosen.isEmpty()) {
            files.put(
                    environment.getOrDefault("AWS_SHARED_CREDENTIALS_FILE", "").endsWith("moved")
                            ? "moved"
                            : ".aws/credentials",
                    chosen);
        }
        String role = "role_arn = " + Account.VIEWER_ARN + "\n";
        List<String> configs = List.of(
                "",
                "",
                section("profile cfg", "CNFG"),
                section("default", "CNFD") + section("profile cfg", "CNFG"),
                "[profile role]\n" + role + "source_profile = other\n" + section("profile cfg", "CNFG"),
                "[profile ec2]\n" + role + "credential_source = Ec2InstanceMetadata\n",
                "[profile role]\n" + role + "credential_source = Environment\n" + section("cfg", "CNFG"),
                "[default]\n" + role + "source_profile = other\n",
                "[default]\n" + role + "credential_source = Ec2InstanceMetadata\n",
                "[default]\naws_secret_access_key = " + SECRET + "\n",
                "[default]\ncredential_process = " + home + "/process\n",
                "[profile role]\n" + role + "source_profile = nope\n" + section("profile default", "PDEF"),
                "[default]\nregion = eu-west-1\ns3 =\n  max_concurrent_requests = 20\n"
                        + section("profile cfg", "CNFG"));
        String config = configs.get(random.nextInt(configs.size()));
        if (!config.isEmpty()) {
            files.put(".aws/config", config);
        }
        files.put(
                "process",
                "#!/bin/sh\necho '{\"Version\":1,\"AccessKeyId\":\"" + id("PROC") + "\",\"SecretAccessKey\":\"x\"}'\n");
    }

    private void properties() {
        oneOf(
                CaseGenerator::nothing,
                CaseGenerator::nothing,
                CaseGenerator::nothing,
                CaseGenerator::nothing,
                () -> properties.putAll(Map.of("aws.accessKeyId", id("PROP"), "aws.secretAccessKey", SECRET)),
                () -> properties.putAll(Map.of("aws.accessKeyId", id("PROP"), "aws.secretKey", SECRET)),
                () -> properties.put("aws.profile", "other"));
    }

    private void oneOf(Runnable... choices) {
        choices[random.nextInt(choices.length)].run();
    }

    private static void nothing() {}

    private Runnable set(String name, String value) {
        return () -> environment.put(name, value);
    }

    private Runnable pair(String idName, String secretName) {
        return () -> {
            boolean real = random.nextInt(4) == 0;
            environment.put(idName, real ? USER.keyId() : id("ENVK"));
            environment.put(secretName, real ? USER.secret() : SECRET);
        };
    }

    private static String id(String last) {
        return "AKIARTX3GSDSAAAA" + last;
    }

    private static String section(String header, String last) {
        return "[" + header + "]\naws_access_key_id = " + id(last) + "\naws_secret_access_key = " + SECRET + "\n";
    }

    private static String userSection(String header) {
        return "[" + header + "]\naws_access_key_id = " + USER.keyId() + "\naws_secret_access_key = " + USER.secret()
                + "\n";
    }
}
