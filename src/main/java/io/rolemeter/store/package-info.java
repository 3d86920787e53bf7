/** Files of our own: lines of JSON, replaced as a whole, read with bounds because anybody may have written them. */
@NullMarked
package io.rolemeter.store;

import org.jspecify.annotations.NullMarked;
