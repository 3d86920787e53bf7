package io.rolemeter.collect.keys.places.system;

import io.rolemeter.aws.ImdsClient;
import io.rolemeter.collect.host.HostFiles;
import io.rolemeter.collect.host.Listing;
import io.rolemeter.collect.host.Reading;
import io.rolemeter.collect.keys.HidingPlace;
import io.rolemeter.collect.keys.Ledger;
import io.rolemeter.collect.keys.Survey;
import io.rolemeter.collect.keys.Use;
import io.rolemeter.collect.keys.places.FileNames;
import io.rolemeter.collect.keys.text.KeyMatch;
import io.rolemeter.collect.keys.text.TextFormat;
import io.rolemeter.collect.keys.text.Unpacked;
import io.rolemeter.model.Exposure;
import io.rolemeter.model.KeyWriter;
import io.rolemeter.model.Place;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The instance's user data and cloud-init's copies of it. At rest: every program on the host may read it. Live in scripts that
 * cloud-init runs at every boot; a backup where it belongs to another instance, as in an image that was made from one.
 */
public final class UserData implements HidingPlace {
    private static final String CLOUD = "/var/lib/cloud";
    private static final String CURRENT = CLOUD + "/instance";
    private static final String OTHERS = CLOUD + "/instances";
    private static final List<String> FILES = List.of(
            "user-data.txt",
            "user-data.txt.i",
            "vendor-data.txt",
            "vendor-data.txt.i",
            "vendor-data2.txt",
            "vendor-data2.txt.i",
            "cloud-config.txt",
            "obj.pkl");
    private static final List<String> OF_THE_BOOT =
            List.of("instance-data-sensitive.json", "instance-data.json", "combined-cloud-config.json");

    private final Optional<UserDataQuestion> question;

    /** @param imds none for a look without network */
    public UserData(Optional<ImdsClient> imds) {
        this.question = imds.map(UserDataQuestion::new);
    }

    @Override
    public Place place() {
        return Place.USER_DATA;
    }

    @Override
    public void look(Survey survey, Ledger ledger) {
        String current = survey.realPath(CURRENT);
        boolean copied = instance(current, Exposure.AT_REST, survey, ledger);
        for (Listing.Entry instance : survey.list(OTHERS, ledger)) {
            String folder = survey.realPath(HostFiles.join(OTHERS, instance.name()));
            if (!folder.equals(current)) {
                instance(folder, Exposure.BACKUP, survey, ledger);
            }
        }
        for (Listing.Entry script : survey.list(CLOUD + "/scripts/per-boot", ledger)) {
            file(CLOUD + "/scripts/per-boot/" + script.name(), Exposure.LIVE, survey, ledger);
        }
        OF_THE_BOOT.forEach(name -> file("/run/cloud-init/" + name, Exposure.AT_REST, survey, ledger));
        question.ifPresent(asked -> asked.ask(copied, ledger));
    }

    private static boolean instance(String folder, Exposure exposure, Survey survey, Ledger ledger) {
        boolean copied = file(HostFiles.join(folder, FILES.get(0)), exposure, survey, ledger);
        FILES.stream().skip(1).forEach(name -> file(HostFiles.join(folder, name), exposure, survey, ledger));
        String scripts = HostFiles.join(folder, "scripts");
        for (Listing.Entry script : survey.list(scripts, ledger)) {
            file(HostFiles.join(scripts, script.name()), exposure, survey, ledger);
        }
        return copied;
    }

    private static boolean file(String path, Exposure exposure, Survey survey, Ledger ledger) {
        Optional<Reading.Text> read = survey.readBytes(path, ledger);
        read.ifPresent(file -> {
            Unpacked content = Unpacked.of(bytes(file.content()));
            enter(file, content.keys(TextFormat.ofFile(path)), exposure, ledger);
            reportRest(path, content, ledger);
        });
        return read.isPresent();
    }

    static void enter(Reading.Text file, List<KeyMatch> keys, Exposure exposure, Ledger ledger) {
        for (KeyMatch key : keys) {
            Use use = Use.of(FileNames.exposure(file.path(), key, exposure)).writtenBy(KeyWriter.CLOUD_INIT);
            ledger.found(file, key, use);
        }
    }

    static void reportRest(String path, Unpacked content, Ledger ledger) {
        if (!content.isWhole()) {
            ledger.unreadable(path, "more is packed into it than is opened");
        }
    }

    static byte[] bytes(String characters) {
        return characters.getBytes(StandardCharsets.ISO_8859_1);
    }
}
