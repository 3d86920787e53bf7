package io.rolemeter.agreement;

import static io.rolemeter.agreement.Pm2Step.*;
import static io.rolemeter.agreement.Pm2Story.Memory.*;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** How keys get into PM2 and stay there, and where one is at the end; a dotenv or ecosystem file that still gives it is said. */
enum Pm2Story {
    EXPORTED(at(FORK, CLUSTER), PING, START_WITH_KEY),
    RESTARTED_FROM_A_CLEAN_SHELL(at(FORK, CLUSTER), PING, START_WITH_KEY, RESTART, RESTART_UPDATING, RELOAD),
    DELETED_AND_STARTED(at(), PING, START_WITH_KEY, DELETE, START),
    THE_DAEMON_WAS_STARTED_WITH_IT(at(CLUSTER, DAEMON), START_WITH_KEY, DELETE, START),
    THE_DAEMON_WAS_KILLED(at(), START_WITH_KEY, KILL, START),
    THE_DAEMON_HAS_IT_AND_A_WORKER_ANOTHER(at(CLUSTER, DAEMON), PING_WITH_KEY, START_WITH_OTHER_KEY),
    SAVED_AND_REPLACED(at(DUMP), PING, START_WITH_KEY, SAVE, DELETE, START),
    SAVED_AND_REPLACED_AND_SAVED_ONCE(at(BACKUP), PING, START_WITH_KEY, SAVE, DELETE, START, SAVE),
    SAVED_AND_DELETED(at(DUMP), PING, START_WITH_KEY, SAVE, DELETE),
    RESURRECTED(at(FORK, CLUSTER, DUMP), PING, START_WITH_KEY, SAVE, KILL, RESURRECT),
    TYPED_IN_A_SHELL_THAT_HAS_IT(at(FORK, CLUSTER), PING, START, RESTART_WITH_KEY, RESTART_UPDATING_WITH_KEY),
    DOTENV(at(), PING, DOTENV_WITH_OTHER_KEY, START),
    DOTENV_AFTER_AN_INHERITED_KEY(at(FORK, CLUSTER), PING, DOTENV_WITH_OTHER_KEY, START_WITH_KEY),
    DOTENV_AND_A_DAEMON_WITH_IT(at(CLUSTER, DAEMON), PING_WITH_KEY, DOTENV_WITH_OTHER_KEY, START),
    DOTENV_STILL_GIVES_IT(at(FORK, CLUSTER, FILE), PING, DOTENV_WITH_KEY, START_WITH_KEY),
    COMMENTED_IN_DOTENV(at(FORK, CLUSTER), PING, DOTENV_WITH_KEY, START_WITH_KEY, DOTENV_COMMENTED, RESTART_UPDATING),
    ECOSYSTEM_STILL_GIVES_IT(at(FORK, CLUSTER, FILE), PING, ECOSYSTEM_WITH_KEY, START_ECOSYSTEM),
    REMOVED_FROM_THE_ECOSYSTEM(
            at(FORK, CLUSTER), PING, ECOSYSTEM_WITH_KEY, START_ECOSYSTEM, ECOSYSTEM_WITHOUT_KEY, RESTART_ECOSYSTEM);

    /** Where a key is. */
    enum Memory {
        FORK,
        CLUSTER,
        DAEMON,
        DUMP,
        BACKUP,
        /** One that gives the key to the applications when they are started next. */
        FILE
    }

    private final Set<Memory> held;
    private final List<Pm2Step> steps;

    Pm2Story(Set<Memory> held, Pm2Step... steps) {
        this.held = held;
        this.steps = List.of(steps);
    }

    /** All that have the key at the end. */
    Set<Memory> held() {
        return held;
    }

    List<Pm2Step> steps() {
        return steps;
    }

    private static Set<Memory> at(Memory... memories) {
        Set<Memory> held = EnumSet.noneOf(Memory.class);
        held.addAll(List.of(memories));
        return held;
    }
}
