/** Smoke probes: what the configuration says must work, and what must not. */
@NullMarked
package io.rolemeter.collect.probe;

import org.jspecify.annotations.NullMarked;
