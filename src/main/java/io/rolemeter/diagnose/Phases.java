package io.rolemeter.diagnose;

import io.rolemeter.diagnose.rules.InHand;
import io.rolemeter.diagnose.rules.LogEvidence;
import io.rolemeter.diagnose.rules.StaticKeyUsers;
import io.rolemeter.model.CallerIdentity;
import io.rolemeter.model.CallerKind;
import io.rolemeter.model.CallerSubject;
import io.rolemeter.model.CollectorName;
import io.rolemeter.model.CredentialSource;
import io.rolemeter.model.DeniedAction;
import io.rolemeter.model.Exposure;
import io.rolemeter.model.Facts;
import io.rolemeter.model.FoundKey;
import io.rolemeter.model.KeyId;
import io.rolemeter.model.KeysFact;
import io.rolemeter.model.Migration;
import io.rolemeter.model.MigrationPhase;
import io.rolemeter.model.RoleFact;
import io.rolemeter.model.RoleState;
import io.rolemeter.model.Workload;
import io.rolemeter.model.WorkloadsFact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How far the host is on its way from keys to a role. */
final class Phases {
    private static final int NAMED = 5;

    /** Whose facts have to be fresh before a key may go. */
    private static final List<CollectorName> LOOKING =
            List.of(CollectorName.ROLE, CollectorName.CALLER, CollectorName.KEYS, CollectorName.WORKLOAD);

    private Phases() {}

    static Migration of(Facts facts, Instant now) {
        if (facts.role().isEmpty()
                || facts.keys().isEmpty()
                || facts.workloads().isEmpty()) {
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
        List<Workload> users = StaticKeyUsers.of(facts);
        List<Workload> unseen = unseen(facts);
        List<String> because = new ArrayList<>();
        users.stream().limit(NAMED).forEach(workload -> because.add(need(workload)));
        if (users.size() > NAMED) {
            because.add("and so do " + (users.size() - NAMED) + " more programs");
        }
        Map<String, DeniedAction> logged = LogEvidence.users(facts);
        logged.forEach((name, denied) -> because.add("the log of " + name + " names it as " + denied.principal()));
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
        boolean complete =
                keys.complete() && facts.workloads().get().unreadable().isEmpty();
        if (!complete) {
            because.add("not everything could be looked at");
        }
        unseen.stream()
                .limit(NAMED)
                .forEach(workload -> because.add("what " + workload.name() + " uses cannot be told from outside"));
        if (!hasRole) {
            because.add("there is no role to use instead");
        }
        boolean inUse = !users.isEmpty()
                || !StaticKeyUsers.unaccounted(facts).isEmpty()
                || user.isPresent()
                || !logged.isEmpty();
        List<String> doubts = hasRole ? InHand.doubts(facts, now) : List.of();
        because.addAll(doubts);
        boolean current = LOOKING.stream().allMatch(name -> trusted(facts, name, now));
        if (!current) {
            because.add("nobody looks at the host any more: this is what was seen last");
        }
        boolean safe = current && hasRole && doubts.isEmpty() && !inUse && live == 0 && complete && unseen.isEmpty();
        if (safe) {
            because.add("nothing that runs here would pick up a key");
        }
        return new Migration(phase(hasRole, inUse, live + other > 0, complete), safe, because);
    }

    private static boolean trusted(Facts facts, CollectorName name, Instant now) {
        return facts.run(name).map(run -> run.trusted(now)).orElse(true);
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

    private static String need(Workload workload) {
        String key = workload.credential().keyId().map(KeyId::masked).orElse("a key");
        return workload.name() + " still needs " + key + ", from "
                + workload.credential()
                        .origin()
                        .orElse(workload.credential().source().label());
    }

    private static List<Workload> unseen(Facts facts) {
        return facts.workloads().map(WorkloadsFact::workloads).orElse(List.of()).stream()
                .filter(workload -> workload.credential().source() == CredentialSource.UNKNOWN)
                .toList();
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
