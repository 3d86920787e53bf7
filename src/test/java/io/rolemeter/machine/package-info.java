/** The packages, installed on a throwaway machine with a real systemd. */
@NullMarked
package io.rolemeter.machine;

import org.jspecify.annotations.NullMarked;
