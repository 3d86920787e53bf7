/** Real programs with real SDKs on a simulated host: what they pick is what the chains say. Their keys are made up. */
@NullMarked
package io.rolemeter.agreement;

import org.jspecify.annotations.NullMarked;
