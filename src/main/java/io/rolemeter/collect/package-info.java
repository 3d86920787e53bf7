/** Reads the world: one {@code Fact} from each collector. Imports {@code model}, {@code config} and {@code aws}. */
@NullMarked
package io.rolemeter.collect;

import org.jspecify.annotations.NullMarked;
