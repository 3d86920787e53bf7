package io.rolemeter.diagnose.rules;

import io.rolemeter.diagnose.Draft;
import io.rolemeter.diagnose.Rule;
import io.rolemeter.model.Exposure;
import io.rolemeter.model.Facts;
import io.rolemeter.model.Finding;
import io.rolemeter.model.FindingCode;
import io.rolemeter.model.FoundKey;
import io.rolemeter.model.KeysFact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Long-term keys lie on the host: one finding for each key and exposure, however many copies there are. */
public final class StaticKeys implements Rule {
    /** More than this, and one finding stands for the rest. */
    private static final int MOST = 20;

    @Override
    public List<Finding> findings(Facts facts, Instant now) {
        List<Finding> findings = new ArrayList<>();
        for (Exposure exposure : Exposure.values()) {
            Map<String, List<FoundKey>> byKey = new LinkedHashMap<>();
            for (FoundKey key : facts.keys().map(KeysFact::keys).orElse(List.of())) {
                if (key.exposure() == exposure && key.keyId().kind().isStatic()) {
                    String subject =
                            byKey.size() < MOST || byKey.containsKey(key.keyId().masked())
                                    ? key.keyId().masked()
                                    : "other keys";
                    byKey.computeIfAbsent(subject, masked -> new ArrayList<>()).add(key);
                }
            }
            byKey.forEach((subject, keys) -> findings.add(finding(exposure, subject, keys, now)));
        }
        return findings;
    }

    private static Finding finding(Exposure exposure, String subject, List<FoundKey> keys, Instant now) {
        Draft draft = switch (exposure) {
            case LIVE ->
                Draft.critical(FindingCode.STATIC_KEY_LIVE, subject)
                        .remedy(Keys.REMOVE)
                        .remedy("Then start the programs anew that hold it.");
            case AT_REST ->
                Draft.warning(FindingCode.STATIC_KEY_AT_REST, subject)
                        .remedy(
                                "Nothing that runs picks it up; delete it before somebody finds it, or a program does.");
            case COMMENTED ->
                Draft.warning(FindingCode.STATIC_KEY_COMMENTED, subject)
                        .remedy("A key in a comment is as readable as any other: delete the lines.")
                        .remedy("To go back, mend the role's policy; the key is not needed for that.");
            case BACKUP ->
                Draft.warning(FindingCode.STATIC_KEY_IN_BACKUP, subject)
                        .remedy("Delete the copy; of PM2's dump, run `pm2 save` twice, which replaces both.");
        };
        Keys.places(keys).forEach(draft::because);
        keys.get(0)
                .keyId()
                .accountId()
                .ifPresent(account -> draft.because("the key belongs to account " + account + ", by its id"));
        return draft.at(now);
    }
}
