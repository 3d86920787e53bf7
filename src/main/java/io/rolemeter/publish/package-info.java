/** Tells the world one {@code Diagnosis}. Imports only {@code model}. */
@NullMarked
package io.rolemeter.publish;

import org.jspecify.annotations.NullMarked;
