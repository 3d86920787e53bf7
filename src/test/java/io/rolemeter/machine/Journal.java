package io.rolemeter.machine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A line of the machine's journal. Priorities are syslog's: 3 error, 4 warning, 6 information. */
record Journal(int priority, String message) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** All that the programs of a unit have written, oldest first. */
    static List<Journal> of(Machine machine, String unit) throws IOException {
        return read(machine, "_SYSTEMD_UNIT=" + unit);
    }

    /** The same with what systemd has said about the unit. */
    static List<Journal> about(Machine machine, String unit) throws IOException {
        return read(machine, "--unit=" + unit);
    }

    private static List<Journal> read(Machine machine, String filter) throws IOException {
        List<Journal> lines = new ArrayList<>();
        for (String line : machine.sh("journalctl --sync; journalctl --quiet --output=json " + filter)
                .lines()
                .toList()) {
            JsonNode entry = JSON.readTree(line);
            lines.add(new Journal(
                    entry.path("PRIORITY").asInt(), entry.path("MESSAGE").asText()));
        }
        return List.copyOf(lines);
    }

    boolean says(String beginning) {
        return message.startsWith(beginning);
    }
}
