/** Places that belong to the host as a whole. */
@NullMarked
package io.rolemeter.collect.keys.places.system;

import org.jspecify.annotations.NullMarked;
