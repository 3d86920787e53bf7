/** Prometheus metrics of one {@code Diagnosis}, and of what the program itself asks for. Nothing else knows the metering libraries. */
@NullMarked
package io.rolemeter.publish.metrics;

import org.jspecify.annotations.NullMarked;
