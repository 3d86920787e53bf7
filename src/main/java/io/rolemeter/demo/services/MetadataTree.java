package io.rolemeter.demo.services;

import io.rolemeter.demo.account.Account;
import io.rolemeter.demo.account.Credential;
import io.rolemeter.demo.account.Identities;
import io.rolemeter.demo.account.Session;
import io.rolemeter.demo.encoding.Json;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What lies beneath {@code /latest/} of the metadata service, as it is at the moment of asking. */
final class MetadataTree {

    private final RoleSessions sessions;
    private final Identities identities;
    private final Profile profile;
    private final Map<String, Supplier<Optional<String>>> leaves = new LinkedHashMap<>();

    MetadataTree(Instance instance, RoleSessions sessions, Identities identities) {
        this.sessions = sessions;
        this.identities = identities;
        this.profile = instance.profile();
        leaves.put("/latest/dynamic/instance-identity/document", () -> Optional.of(Json.spaced(identityDocument())));
        fixed("ami-id", "ami-0f1e2d3c4b5a69788");
        fixed("hostname", "ip-10-0-1-23.ec2.internal");
        leaves.put(
                "/latest/meta-data/iam/info",
                () -> profile.info(sessions.updated()).map(Json::spaced));
        leaves.put(
                "/latest/meta-data/iam/security-credentials/",
                () -> sessions.current().map(Session::role));
        fixed("instance-id", Account.INSTANCE_ID);
        fixed("instance-type", "t3.small");
        fixed("local-ipv4", "10.0.1.23");
        fixed("placement/availability-zone", Account.AVAILABILITY_ZONE);
        fixed("placement/region", Account.REGION);
        fixed("services/domain", "amazonaws.com");
        fixed("services/partition", "aws");
    }

    /** The text at a path; empty when the service knows nothing there. */
    Optional<String> text(String path) {
        Supplier<Optional<String>> leaf = leaves.getOrDefault(path, leaves.get(path + "/"));
        if (leaf != null) {
            return leaf.get();
        }
        Optional<Session> session = sessions.current();
        if (session.isPresent()
                && path.equals("/latest/meta-data/iam/security-credentials/"
                        + session.get().role())) {
            return session.map(this::credentials);
        }
        return listing(path.endsWith("/") ? path : path + "/");
    }

    private void fixed(String path, String text) {
        leaves.put("/latest/meta-data/" + path, () -> Optional.of(text));
    }

    private Optional<String> listing(String folder) {
        Set<String> names = new LinkedHashSet<>();
        leaves.forEach((path, leaf) -> {
            if (path.startsWith(folder) && leaf.get().isPresent()) {
                int slash = path.indexOf('/', folder.length());
                names.add(path.substring(folder.length(), slash < 0 ? path.length() : slash + 1));
            }
        });
        return names.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", names));
    }

    private String credentials(Session session) {
        if (profile == Profile.TRUST_DENIED) {
            Map<String, Object> refusal = new LinkedHashMap<>();
            refusal.put("Code", "AssumeRoleUnauthorizedAccess");
            refusal.put(
                    "Message",
                    "EC2 cannot assume the role " + session.role() + ".  Please see documentation at"
                            + " https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_iam-ec2.html"
                            + "#troubleshoot_iam-ec2_errors-info-doc.");
            refusal.put("LastUpdated", session.issued().toString());
            return Json.spaced(refusal);
        }
        Credential credential = identities.issue(session);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("Code", "Success");
        document.put("LastUpdated", session.issued().toString());
        document.put("Type", "AWS-HMAC");
        document.put("AccessKeyId", credential.keyId());
        document.put("SecretAccessKey", credential.secret());
        document.put("Token", credential.token().orElseThrow());
        document.put("Expiration", session.expires().toString());
        return Json.spaced(document);
    }

    private static Map<String, Object> identityDocument() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("accountId", Account.ID);
        document.put("architecture", "x86_64");
        document.put("availabilityZone", Account.AVAILABILITY_ZONE);
        document.put("imageId", "ami-0f1e2d3c4b5a69788");
        document.put("instanceId", Account.INSTANCE_ID);
        document.put("instanceType", "t3.small");
        document.put("privateIp", "10.0.1.23");
        document.put("region", Account.REGION);
        document.put("version", "2017-09-30");
        return document;
    }
}
