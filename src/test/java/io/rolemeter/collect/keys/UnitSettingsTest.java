package io.rolemeter.collect.keys;

import static io.rolemeter.collect.keys.FakeHost.PAIR;
import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.collect.keys.Specifiers.Manager;
import io.rolemeter.model.Place;
import io.rolemeter.model.Unreadable;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where units say that keys are, whether their services run or not. */
class UnitSettingsTest {
    private static final String UNITS = "/etc/systemd/system/";
    private static final String WANTS = UNITS + "multi-user.target.wants/";

    @Test
    void theFolderOfPm2ThatAUnitNamesIsSearchedWhilePm2DoesNotRun(@TempDir Path root) {
        FakeHost host = new FakeHost(root)
                .file(UNITS + "pm2-deploy.service", "[Service]\nEnvironment=PATH=/bin PM2_HOME=/opt/pm2/.pm2\n")
                .link(WANTS + "pm2-deploy.service", "../pm2-deploy.service")
                .file("/opt/pm2/.pm2/dump.pm2", FakeHost.fixture("dump.pm2"));
        assertThat(FakeHost.described(host.collect()))
                .isNotEmpty()
                .allMatch(key -> key.startsWith("pm2 /opt/pm2/.pm2/dump.pm2:") && key.contains(" live"));
    }

    @Test
    void anInstancesEnvironmentFileIsLiveAndThatOfAnotherIsNotItsOwn(@TempDir Path root) {
        FakeHost host = new FakeHost(root)
                .file(
                        UNITS + "app@.service",
                        "[Service]\nEnvironmentFile=/etc/myapp/%i/env\nWorkingDirectory=/srv/%i\n")
                .link(WANTS + "app@blue.service", "../app@.service")
                .file("/etc/myapp/blue/env", PAIR)
                .file("/etc/myapp/red/env", PAIR)
                .file("/srv/blue/.env", PAIR)
                .file(UNITS + "idle@.service", "[Service]\nEnvironmentFile=-/etc/idle/%i/env\n")
                .file("/etc/idle/one/env", PAIR);
        assertThat(FakeHost.described(host.collect()))
                .containsExactlyInAnyOrder(
                        "systemd /etc/myapp/blue/env:1 3BC7 live",
                        "systemd /etc/idle/one/env:1 3BC7 at_rest",
                        "dotenv /srv/blue/.env:1 3BC7 live");
    }

    @Test
    void theHomeInAUsersUnitIsThatOfTheUser(@TempDir Path root) {
        String units = "/home/ec2-user/.config/systemd/user/";
        FakeHost host = new FakeHost(root)
                .file(units + "sync.service", "[Service]\nEnvironmentFile=%h/.config/myapp/env\n")
                .link(units + "default.target.wants/sync.service", "../sync.service")
                .file("/home/ec2-user/.config/myapp/env", PAIR)
                .file("/root/.config/myapp/env", PAIR);
        assertThat(FakeHost.described(host.collect()))
                .containsExactly("systemd /home/ec2-user/.config/myapp/env:1 3BC7 live");
    }

    @Test
    void aSpecifierThatCannotBeToldIsReported(@TempDir Path root) {
        FakeHost host = new FakeHost(root)
                .file(UNITS + "odd.service", "[Service]\nEnvironmentFile=%z/env\n")
                .link(WANTS + "odd.service", "../odd.service");
        assertThat(FakeHost.scan(host.collect(), Place.SYSTEMD).examples())
                .isEqualTo(List.of(new Unreadable(
                        Place.SYSTEMD, UNITS + "odd.service", "names a file by a specifier that cannot be told")));
    }

    @Test
    void credentialsThatAreHandedToAServiceAreAsLiveAsIt(@TempDir Path root) {
        FakeHost host = new FakeHost(root)
                .file(UNITS + "api.service", """
                        [Service]
                        LoadCredential=aws:/etc/myapp/cred
                        LoadCredential=more:/etc/myapp/more
                        LoadCredential=stored
                        LoadCredentialEncrypted=sealed:/etc/myapp/sealed
                        """)
                .link(WANTS + "api.service", "../api.service")
                .file("/etc/myapp/cred", PAIR)
                .file("/etc/myapp/more/one", PAIR)
                .file("/etc/myapp/sealed", PAIR)
                .file("/etc/credstore/stored", PAIR);
        assertThat(FakeHost.described(host.collect()))
                .containsExactlyInAnyOrder(
                        "systemd /etc/myapp/cred:1 3BC7 live",
                        "systemd /etc/myapp/more/one:1 3BC7 live",
                        "systemd /etc/credstore/stored:1 3BC7 live");
    }

    @Test
    void theProfileFilesOfAServiceThatStartsAtBootAreLive(@TempDir Path root) {
        FakeHost host = new FakeHost(root)
                .file(UNITS + "api.service", """
                        [Service]
                        Environment="AWS_SHARED_CREDENTIALS_FILE=/etc/my app/keys" A=b
                        Environment=AWS_CONFIG_FILE=/etc/%N/config
                        """)
                .link(WANTS + "api.service", "../api.service")
                .file(UNITS + "api.service.d/profile.conf", "[Service]\nEnvironment='AWS_PROFILE=batch'\n")
                .file("/etc/my app/keys", "[default]\n" + PAIR + "[batch]\n" + PAIR.replace("3BC7", "3BD7"))
                .file("/etc/api/config", "[profile batch]\n" + PAIR)
                .file(UNITS + "idle.service", "[Service]\nEnvironment=AWS_CONFIG_FILE=/etc/idle/config\n")
                .file("/etc/idle/config", "[default]\n" + PAIR);
        assertThat(FakeHost.described(host.collect()))
                .containsExactlyInAnyOrder(
                        "shared_credentials_file /etc/my app/keys:2 3BC7 at_rest",
                        "shared_credentials_file /etc/my app/keys:5 3BD7 live",
                        "config_file /etc/api/config:2 3BC7 live",
                        "config_file /etc/idle/config:2 3BC7 at_rest");
    }

    @Test
    void whatSpecifiersStandFor() {
        Specifiers template = Specifiers.of(
                "app@.service", Set.of("app@a-b\\x2dc.service", "other@d.service"), Set.of(Manager.OF_HOST));
        assertThat(template.expand("%i %I %p %n %N %h %u %t 100%% %z %"))
                .containsExactly("a-b\\x2dc a/b-c app app@a-b\\x2dc.service app@a-b\\x2dc /root root /run 100% * %");
        Specifiers ofUser =
                Specifiers.of("sync.service", Set.of(), Set.of(Manager.of("/home/deploy", Optional.of("deploy"))));
        assertThat(ofUser.expand("%h/%u/%N/%E")).containsExactly("/home/deploy/deploy/sync//home/deploy/.config");
    }

    @Test
    void whatWordsOfASettingAre() {
        assertThat(UnitWords.of("  a=b \"c=d e\" 'f=\"g' h=\\x41\\\"\\s  \t'' i\"j k\"l "))
                .containsExactly("a=b", "c=d e", "f=\"g", "h=A\" ", "", "ij kl");
    }
}
