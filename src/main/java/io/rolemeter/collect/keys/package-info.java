/** Looks for static keys: {@code HidingPlaces} lists where, {@code KeyPattern} knows what a key looks like. */
@NullMarked
package io.rolemeter.collect.keys;

import org.jspecify.annotations.NullMarked;
