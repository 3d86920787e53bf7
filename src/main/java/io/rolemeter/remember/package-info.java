/** Keeps what was seen of the host from one start of this program to the next. Knows the model and nothing else of ours. */
@NullMarked
package io.rolemeter.remember;

import org.jspecify.annotations.NullMarked;
