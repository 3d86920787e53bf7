/** One file for each sort of place where keys hide: where it is, how it is read, and when a key in it is live. */
@NullMarked
package io.rolemeter.collect.keys.places;

import org.jspecify.annotations.NullMarked;
