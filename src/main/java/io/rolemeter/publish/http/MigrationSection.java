package io.rolemeter.publish.http;

import io.rolemeter.model.Diagnosis;
import io.rolemeter.model.Migration;
import io.rolemeter.model.MigrationPhase;
import java.util.List;

/** How far the host is on its way from keys to a role. */
final class MigrationSection {
    private static final List<MigrationPhase> WAY = List.of(
            MigrationPhase.KEYS_ONLY,
            MigrationPhase.ROLE_SHADOWED,
            MigrationPhase.ROLE_IN_USE_KEYS_REMAIN,
            MigrationPhase.ROLE_ONLY);

    private MigrationSection() {}

    static void write(Markup page, Diagnosis diagnosis) {
        Migration migration = diagnosis.migration();
        page.open("section").element("h2", "From keys to the role");
        page.open("ol", "class", "way");
        int reached = WAY.indexOf(migration.phase());
        for (int step = 0; step < WAY.size(); step++) {
            if (step == reached) {
                page.element("li", words(WAY.get(step)), "class", "here", "aria-current", "step");
            } else {
                page.element("li", words(WAY.get(step)), "class", step < reached ? "behind" : "ahead");
            }
        }
        page.close();
        page.open("p");
        if (reached < 0) {
            page.text(words(migration.phase()) + ". ");
        }
        page.element(
                        "b",
                        migration.keysSafeToDelete()
                                ? "The static keys are safe to delete."
                                : "The static keys are not yet safe to delete.")
                .close();
        if (!migration.because().isEmpty()) {
            page.open("ul", "class", "evidence");
            migration.because().forEach(reason -> page.element("li", reason));
            page.close();
        }
        page.close();
    }

    private static String words(MigrationPhase phase) {
        return switch (phase) {
            case NO_CREDENTIALS -> "Neither a role nor a key";
            case KEYS_ONLY -> "Keys only";
            case ROLE_SHADOWED -> "Role attached, keys still win";
            case ROLE_IN_USE_KEYS_REMAIN -> "Role in use, keys still lie here";
            case ROLE_ONLY -> "Role only";
            case UNKNOWN -> "How far this host is cannot be told";
        };
    }
}
