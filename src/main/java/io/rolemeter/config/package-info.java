/** The configuration file, read into immutable settings; every problem in it is reported at once. Imports only {@code model}. */
@NullMarked
package io.rolemeter.config;

import org.jspecify.annotations.NullMarked;
