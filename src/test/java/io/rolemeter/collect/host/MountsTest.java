package io.rolemeter.collect.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MountsTest {
    private static final List<String> MOUNTINFO = List.of(
            "22 1 259:1 / / rw,noatime shared:1 - xfs /dev/nvme0n1p1 rw",
            "30 22 0:50 / /home rw shared:9 - autofs systemd-1 rw",
            "31 30 0:51 / /home rw shared:9 - nfs4 fs-1.efs.us-east-1.amazonaws.com:/ rw",
            "32 22 0:52 / /mnt/my\\040bucket rw - fuse.s3fs s3fs rw",
            "33 22 0:53 / /sys/fs/fuse/connections rw - fusectl fusectl rw",
            "34 22 0:54 / /mnt/image rw - fuse.guestmount /dev/fuse rw",
            "35 34 0:55 / /mnt/image/srv rw - cifs //server/share rw",
            "36 22 0:56 / /data rw - nfs server:/data rw",
            "37 22 0:57 / /data rw - ext4 /dev/nvme1n1 rw",
            "garbage",
            "38 22 -");

    @Test
    void networkAndFuseFileSystemsBeneathTheRootAreNotSearched() {
        assertThat(Mounts.parse(MOUNTINFO, Path.of("/")).types())
                .isEqualTo(Map.of(
                        Path.of("/home"), "nfs4",
                        Path.of("/mnt/my bucket"), "fuse.s3fs",
                        Path.of("/mnt/image"), "fuse.guestmount",
                        Path.of("/mnt/image/srv"), "cifs"));
    }

    @Test
    void whatTheRootItselfIsOnWasChosen() {
        assertThat(Mounts.parse(MOUNTINFO, Path.of("/mnt/image")).types())
                .isEqualTo(Map.of(Path.of("/mnt/image/srv"), "cifs"));
    }

    @Test
    void thisProcessHasMountsThatCanBeRead() {
        assertThat(Mounts.beneath(Path.of("/nowhere")).types()).isEmpty();
        assertThat(Mounts.parse(List.of(), Path.of("/")).types()).isEmpty();
    }
}
