/** Pure: facts and a moment in, findings out. Imports only {@code model}. */
@NullMarked
package io.rolemeter.diagnose;

import org.jspecify.annotations.NullMarked;
