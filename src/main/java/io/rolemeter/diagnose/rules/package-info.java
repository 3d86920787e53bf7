/** One file for each thing that can be wrong with a host. */
@NullMarked
package io.rolemeter.diagnose.rules;

import org.jspecify.annotations.NullMarked;
