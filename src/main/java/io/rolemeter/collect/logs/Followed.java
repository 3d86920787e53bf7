package io.rolemeter.collect.logs;

import java.util.Optional;

/** One log: how far it was read, which is empty before it could be, and what was in it. */
record Followed(Optional<Position> position, Tally tally) {}
