/** The log: one line when a finding appears or goes away, never one a cycle. */
@NullMarked
package io.rolemeter.publish.log;

import org.jspecify.annotations.NullMarked;
