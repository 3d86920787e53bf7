package io.rolemeter.collect.keys;

import io.rolemeter.model.Place;

/** One sort of place where keys hide. Several may share one {@link Place}. */
public interface HidingPlace {
    Place place();

    /**
     * Looks everywhere that belongs to it and enters into the ledger what was found, what was examined and what could not be.
     * What was entered counts even if it throws; an exception is a bug.
     */
    void look(Survey survey, Ledger ledger);

    /** Whether {@link Survey#applications} shall find files of this name for it. */
    default boolean wants(String fileName) {
        return false;
    }
}
