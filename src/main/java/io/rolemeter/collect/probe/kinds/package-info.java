/** One file for each kind of probe: its settings, its work, its documentation. */
@NullMarked
package io.rolemeter.collect.probe.kinds;

import org.jspecify.annotations.NullMarked;
