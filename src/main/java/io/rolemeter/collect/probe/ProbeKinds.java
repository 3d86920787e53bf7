package io.rolemeter.collect.probe;

import io.rolemeter.collect.probe.kinds.S3Get;
import io.rolemeter.collect.probe.kinds.S3Head;
import io.rolemeter.collect.probe.kinds.S3Put;
import io.rolemeter.collect.probe.kinds.StsAssumeRole;
import java.util.List;

/** The list of kinds. */
public final class ProbeKinds {
    private static final List<ProbeKind> ALL = List.of(new S3Head(), new S3Get(), new S3Put(), new StsAssumeRole());

    private ProbeKinds() {}

    /** The keys that name a kind in the configuration. */
    public static List<String> names() {
        return ALL.stream().map(ProbeKind::name).toList();
    }

    /** @throws java.util.NoSuchElementException when {@code name} is none of {@link #names} */
    static ProbeKind named(String name) {
        return ALL.stream().filter(kind -> kind.name().equals(name)).findFirst().orElseThrow();
    }
}
