package io.rolemeter.collect.workload.chains;

import io.rolemeter.collect.workload.view.ProcessView;
import io.rolemeter.collect.workload.view.SettingsFiles;
import io.rolemeter.collect.workload.view.Variables;
import io.rolemeter.model.ChosenCredential;
import io.rolemeter.model.InstanceRole;
import io.rolemeter.model.Sdk;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A process that is put together setting by setting; on an instance with a role, unless said otherwise. */
final class TestProcess {
    static final String HOME = "/home/deploy";
    static final String SECRET = "FAKEk9Zp2LmQx7Rt4Wv1Yb6Nc3Hd8Jf5Gs0Ae+/T";

    private final Map<String, String> environment = new LinkedHashMap<>(Map.of("HOME", HOME));
    private final Map<String, String> properties = new LinkedHashMap<>();
    private final Map<String, String> files = new LinkedHashMap<>();
    private boolean assumesRoles = true;
    private InstanceRole role = InstanceRole.ATTACHED;

    /** A key id whose last four characters are these. */
    static String id(String last) {
        return "AKIARTX3GSDSAAAA" + last;
    }

    static String section(String header, String last) {
        return "[" + header + "]\naws_access_key_id = " + id(last) + "\naws_secret_access_key = " + SECRET + "\n";
    }

    TestProcess variable(String name, String value) {
        environment.put(name, value);
        return this;
    }

    TestProcess key(String idName, String secretName, String last) {
        return variable(idName, id(last)).variable(secretName, SECRET);
    }

    TestProcess environmentKey() {
        return key("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "ENVK");
    }

    TestProcess property(String name, String value) {
        properties.put(name, value);
        return this;
    }

    TestProcess file(String path, String content) {
        files.put(path.startsWith("~/") ? HOME + path.substring(1) : path, content);
        return this;
    }

    /** The files of the measured matrix: default and other in credentials, cfg in config. */
    TestProcess usualFiles() {
        return file("~/.aws/credentials", section("default", "DFLT") + section("other", "OTHR"))
                .file("~/.aws/config", section("profile cfg", "CNFG"));
    }

    TestProcess withoutSts() {
        assumesRoles = false;
        return this;
    }

    TestProcess instanceRole(InstanceRole newRole) {
        role = newRole;
        return this;
    }

    ChosenCredential choice(Sdk sdk) {
        SettingsFiles reader = path -> Optional.ofNullable(files.get(path))
                .<SettingsFiles.Answer>map(SettingsFiles.Answer.Text::new)
                .orElseGet(SettingsFiles.Answer.Missing::new);
        return Chains.choose(
                sdk,
                new ProcessView(
                        Variables.of(environment),
                        Variables.of(properties),
                        reader,
                        new ProcessView.Surroundings(
                                HOME,
                                name -> name.equals("root") ? Optional.of("/root") : Optional.empty(),
                                "/srv/app",
                                assumesRoles,
                                role)));
    }

    /** As in {@code environment ENVK}, {@code instance_role}, or {@code none}. */
    String chosen(Sdk sdk) {
        ChosenCredential choice = choice(sdk);
        return choice.source().label()
                + choice.keyId()
                        .map(key -> " " + key.masked().substring(key.masked().length() - 4))
                        .orElse("");
    }
}
