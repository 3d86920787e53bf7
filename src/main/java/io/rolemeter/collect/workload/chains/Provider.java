package io.rolemeter.collect.workload.chains;

import java.util.function.Supplier;

/**
 * One link of a chain.
 *
 * @param name lower-case words joined by underscores
 * @param offer what it answers when it is asked
 */
record Provider(String name, Supplier<Offer> offer) {}
