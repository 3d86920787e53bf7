/** Everything that can be wrong with what the agent asks, switched on and off while it asks. */
@NullMarked
package io.rolemeter.faults;

import org.jspecify.annotations.NullMarked;
