package io.rolemeter.collect.probe;

import io.rolemeter.collect.probe.kinds.AccessAnalyzer;
import io.rolemeter.collect.probe.kinds.AwsApi;
import io.rolemeter.collect.probe.kinds.BedrockConverse;
import io.rolemeter.collect.probe.kinds.BedrockInvoke;
import io.rolemeter.collect.probe.kinds.Http;
import io.rolemeter.collect.probe.kinds.IamAccessKeys;
import io.rolemeter.collect.probe.kinds.KvsDescribeStream;
import io.rolemeter.collect.probe.kinds.KvsHls;
import io.rolemeter.collect.probe.kinds.KvsIce;
import io.rolemeter.collect.probe.kinds.KvsSignaling;
import io.rolemeter.collect.probe.kinds.S3Get;
import io.rolemeter.collect.probe.kinds.S3Head;
import io.rolemeter.collect.probe.kinds.S3Put;
import io.rolemeter.collect.probe.kinds.SnsPlatform;
import io.rolemeter.collect.probe.kinds.StsAssumeRole;
import io.rolemeter.collect.probe.kinds.Tcp;
import java.util.List;

/** The list of kinds. */
public final class ProbeKinds {
    private static final List<ProbeKind> ALL = List.of(
            new S3Head(),
            new S3Get(),
            new S3Put(),
            new StsAssumeRole(),
            new KvsDescribeStream(),
            new KvsHls(),
            new KvsSignaling(),
            new KvsIce(),
            new BedrockConverse(),
            new BedrockInvoke(),
            new IamAccessKeys(),
            new AccessAnalyzer(),
            new SnsPlatform(),
            new AwsApi(),
            new Http(),
            new Tcp());

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
