/** One {@code Diagnosis} in words and as JSON. */
@NullMarked
package io.rolemeter.publish.report;

import org.jspecify.annotations.NullMarked;
