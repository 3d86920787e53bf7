/** What keys look like in the texts of files, variables and arguments: pure functions that keep no secret. */
@NullMarked
package io.rolemeter.collect.keys.text;

import org.jspecify.annotations.NullMarked;
