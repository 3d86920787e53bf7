package io.rolemeter.collect.host;

import java.util.Optional;

/**
 * What is used of {@code /proc/PID/status}.
 *
 * @param uid the effective user
 * @param hasMemory false for kernel threads and for processes that ended but were not waited for
 */
record ProcessStatus(Optional<String> name, Optional<Integer> uid, boolean hasMemory) {
    static ProcessStatus parse(String status) {
        return new ProcessStatus(field(status, "Name:"), effectiveUid(status), status.contains("\nVmSize:"));
    }

    private static Optional<Integer> effectiveUid(String status) {
        return field(status, "Uid:").flatMap(ids -> {
            String[] numbers = ids.split("\\s+", -1);
            try {
                return Optional.of(Integer.parseUnsignedInt(numbers[Math.min(1, numbers.length - 1)]));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        });
    }

    private static Optional<String> field(String status, String name) {
        int at = status.startsWith(name) ? 0 : status.indexOf("\n" + name) + 1;
        if (at == 0 && !status.startsWith(name)) {
            return Optional.empty();
        }
        int end = status.indexOf('\n', at);
        String value = status.substring(at + name.length(), end < 0 ? status.length() : end)
                .strip();
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }
}
