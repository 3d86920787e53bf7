package io.rolemeter.model;

import java.util.List;

/**
 * How far the host is on its way from keys to a role.
 *
 * @param keysSafeToDelete nothing on this host uses or would fall back to a static key, and the role works and is renewed
 * @param because sentences: why that is so
 */
public record Migration(MigrationPhase phase, boolean keysSafeToDelete, List<String> because) {
    public Migration {
        because = List.copyOf(because);
    }
}
