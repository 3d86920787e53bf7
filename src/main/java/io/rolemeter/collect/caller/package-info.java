/** Who this host is to STS. */
@NullMarked
package io.rolemeter.collect.caller;

import org.jspecify.annotations.NullMarked;
