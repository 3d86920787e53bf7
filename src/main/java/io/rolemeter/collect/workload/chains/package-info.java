/** For each SDK, in the order in which it asks them, the providers of its default credential chain. Pure: a process in, its choice out. */
@NullMarked
package io.rolemeter.collect.workload.chains;

import org.jspecify.annotations.NullMarked;
