/** The packages, as whoever installs them finds them; run by {@code mvn -Ppackages verify}. */
@NullMarked
package io.rolemeter.packages;

import org.jspecify.annotations.NullMarked;
