package io.rolemeter.diagnose;

import io.rolemeter.model.CallerIdentity;
import io.rolemeter.model.CallerKind;
import io.rolemeter.model.CallerSubject;
import io.rolemeter.model.Exposure;
import io.rolemeter.model.Facts;
import io.rolemeter.model.FoundKey;
import io.rolemeter.model.KeysFact;
import io.rolemeter.model.Migration;
import io.rolemeter.model.MigrationPhase;
import io.rolemeter.model.RoleFact;
import io.rolemeter.model.RoleState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How far the host is on its way from keys to a role. */
final class Phases {
    private Phases() {}

    static Migration of(Facts facts) {
        if (facts.role().isEmpty() || facts.keys().isEmpty()) {
            return unknown("the host has not been looked at yet");
        }
        RoleFact role = facts.role().get();
        KeysFact keys = facts.keys().get();
        boolean hasRole = role.state() == RoleState.ATTACHED || role.session().isPresent();
        if (!hasRole && silent(role.state())) {
            return unknown("the metadata service does not tell whether there is a role");
        }
        Optional<CallerIdentity> user = facts.callers()
                .flatMap(callers -> callers.identity(CallerSubject.DEFAULT_CHAIN))
                .filter(caller -> caller.kind() == CallerKind.IAM_USER || caller.kind() == CallerKind.ROOT);
        long live = count(keys, true);
        long other = count(keys, false);
        List<String> because = new ArrayList<>();
        user.ifPresent(caller -> because.add("the default chain is " + caller.arn()));
        if (live > 0) {
            because.add(
                    live == 1
                            ? "1 key is where a running program would pick it up"
                            : live + " keys are where running programs would pick them up");
        }
        if (other > 0) {
            because.add(other + (other == 1 ? " key lies" : " keys lie") + " unused on the disk");
        }
        if (!keys.complete()) {
            because.add("not everything could be looked at");
        }
        if (!hasRole) {
            because.add("there is no role to use instead");
        }
        boolean inUse = live > 0 || user.isPresent();
        boolean safe = hasRole && !inUse && keys.complete();
        if (safe) {
            because.add("nothing that runs here would pick up a key");
        }
        return new Migration(phase(hasRole, inUse, other > 0, keys.complete()), safe, because);
    }

    private static MigrationPhase phase(boolean hasRole, boolean inUse, boolean remain, boolean complete) {
        if (inUse) {
            return hasRole ? MigrationPhase.ROLE_SHADOWED : MigrationPhase.KEYS_ONLY;
        }
        if (remain) {
            return hasRole ? MigrationPhase.ROLE_IN_USE_KEYS_REMAIN : MigrationPhase.KEYS_ONLY;
        }
        if (!complete) {
            return MigrationPhase.UNKNOWN;
        }
        return hasRole ? MigrationPhase.ROLE_ONLY : MigrationPhase.NO_CREDENTIALS;
    }

    private static boolean silent(RoleState state) {
        return switch (state) {
            case IMDS_DISABLED, IMDS_UNREACHABLE, UNKNOWN -> true;
            default -> false;
        };
    }

    private static long count(KeysFact keys, boolean live) {
        return keys.keys().stream()
                .filter(key -> key.keyId().kind().isStatic())
                .filter((FoundKey key) -> (key.exposure() == Exposure.LIVE) == live)
                .count();
    }

    private static Migration unknown(String because) {
        return new Migration(MigrationPhase.UNKNOWN, false, List.of(because));
    }
}
