/** One file for each command. */
@NullMarked
package io.rolemeter.cli;

import org.jspecify.annotations.NullMarked;
