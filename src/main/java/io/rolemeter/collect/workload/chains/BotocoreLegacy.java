package io.rolemeter.collect.workload.chains;

import io.rolemeter.collect.workload.view.Dialect;
import io.rolemeter.collect.workload.view.ProcessView;
import io.rolemeter.collect.workload.view.Profile;
import io.rolemeter.collect.workload.view.Profiles;
import io.rolemeter.collect.workload.view.PythonPath;
import io.rolemeter.collect.workload.view.Setting;
import io.rolemeter.collect.workload.view.SettingsFiles;
import io.rolemeter.collect.workload.view.Variables;
import io.rolemeter.model.CredentialSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files of tools before botocore that it still reads: those of the first tools for EC2, and of boto. */
final class BotocoreLegacy {
    private static final String CREDENTIAL_FILE = "AWS_CREDENTIAL_FILE";
    private static final String ID = "AWSAccessKeyId";
    private static final String SECRET = "AWSSecretKey";

    private BotocoreLegacy() {}

    /** Of the path only {@code ~} is expanded; a file that is not there, or has half a key, is an error. */
    static Offer credentialFile(ProcessView view) {
        Optional<String> written = view.environment().get(CREDENTIAL_FILE).map(Setting::text);
        if (written.isEmpty()) {
            return Offer.nothing(CREDENTIAL_FILE + " is not set");
        }
        if (written.get().isEmpty()) {
            return Offer.failure(CREDENTIAL_FILE + " is empty, and botocore gives up on it");
        }
        String path = PythonPath.withHome(view, written.get());
        SettingsFiles.Answer answer = view.files().read(path);
        if (answer instanceof SettingsFiles.Answer.Closed refused) {
            return new Offer.Unseen(path + ": " + refused.reason());
        }
        return answer instanceof SettingsFiles.Answer.Text text
                ? pair(Variables.of(values(text.content()), Optional.of(path)), path)
                : Offer.failure(CREDENTIAL_FILE + " names " + path + ", which is not there");
    }

    private static Offer pair(Variables values, String path) {
        Optional<Setting> id = values.get(ID);
        if (id.isEmpty()) {
            return Offer.nothing("no " + ID + " in " + path);
        }
        return values.get(SECRET).isPresent()
                ? Offer.key(CredentialSource.CONFIG_FILE, id.get(), ID + " and " + SECRET + " in " + path)
                : Offer.failure(path + " has " + ID + " without " + SECRET);
    }

    private static Map<String, String> values(String text) {
        Map<String, String> values = new HashMap<>();
        text.lines().forEach(line -> {
            int equals = line.indexOf('=');
            if (equals >= 0) {
                values.put(
                        line.substring(0, equals).strip(),
                        line.substring(equals + 1).strip());
            }
        });
        return values;
    }

    static Offer botoConfig(ProcessView view) {
        List<String> files =
                view.environment().text("BOTO_CONFIG").map(List::of).orElse(List.of("/etc/boto.cfg", "~/.boto"));
        for (String file : files) {
            String path = PythonPath.expanded(view, file);
            Profiles sections = Profiles.read(view.files(), Dialect.PYTHON, path, Optional.empty());
            Optional<Setting> id = Optional.ofNullable(sections.credentials().get("Credentials"))
                    .flatMap(Profile::pair);
            if (id.isPresent()) {
                return Offer.key(CredentialSource.CONFIG_FILE, id.get(), "section Credentials in " + path);
            }
        }
        return Offer.nothing("no key in " + String.join(" and ", files));
    }
}
