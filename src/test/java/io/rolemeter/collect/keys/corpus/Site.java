package io.rolemeter.collect.keys.corpus;

import io.rolemeter.model.Exposure;
import io.rolemeter.model.Place;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/**
 * A file in which a key may lie.
 *
 * @param ifActive the exposure of a key that is neither in a comment nor in a backup
 * @param hasBackups whether a copy beside it is looked for
 */
record Site(Place place, String path, Exposure ifActive, boolean hasBackups, Set<Notation> notations) {
    Site {
        notations = Set.copyOf(notations);
    }

    static Site live(Place place, String path, Notation... notations) {
        return new Site(place, path, Exposure.LIVE, true, set(notations));
    }

    static Site atRest(Place place, String path, Notation... notations) {
        return new Site(place, path, Exposure.AT_REST, true, set(notations));
    }

    static Site backup(Place place, String path, Notation... notations) {
        return new Site(place, path, Exposure.BACKUP, false, set(notations));
    }

    Site alone() {
        return new Site(place, path, ifActive, false, notations);
    }

    Site and(Set<Notation> more) {
        Set<Notation> all = new HashSet<>(notations);
        all.addAll(more);
        return new Site(place, path, ifActive, hasBackups, all);
    }

    private static Set<Notation> set(Notation... notations) {
        Set<Notation> set = EnumSet.noneOf(Notation.class);
        set.addAll(Arrays.asList(notations));
        return set;
    }
}
