package io.rolemeter.demo;

import io.rolemeter.demo.account.Account;
import io.rolemeter.demo.encoding.Json;
import io.rolemeter.demo.files.FileTree;
import io.rolemeter.demo.services.Rotation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the agent wrote down when it ran on the host before: the rotations that it watched, and the profile of that time. */
final class EarlierRun {
    static final String STATE = "/var/lib/rolemeter";

    private static final Duration PERIOD = Duration.ofHours(1);

    private EarlierRun() {}

    static void write(FileTree tree, Rotation rotation, Instant start) throws IOException {
        if (rotation.watched() == 0) {
            return;
        }
        Instant issued = rotation.issued(start, start);
        List<Map<String, Object>> lines = new ArrayList<>();
        Map<String, Object> issue = line("issue", issued);
        issue.put("profile_arn", Account.PROFILE_ARN);
        issue.put("profile_id", Account.PROFILE_ID);
        lines.add(issue);
        for (int before = rotation.watched() - 1; before >= 0; before--) {
            Map<String, Object> watched = line("rotation", issued.minus(PERIOD.multipliedBy(before)));
            watched.put("life_seconds", rotation.lifetime().toSeconds());
            watched.put(
                    "before_expiry_seconds", rotation.lifetime().minus(PERIOD).toSeconds());
            lines.add(watched);
        }
        Path file = tree.at(STATE + "/history.jsonl");
        Files.createDirectories(file.getParent());
        Files.write(file, lines.stream().map(Json::compact).toList());
    }

    private static Map<String, Object> line(String type, Instant at) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("type", type);
        line.put("at", at.toString());
        return line;
    }
}
