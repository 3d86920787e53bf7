/** What one process has for an SDK to find credentials in: variables, system properties, files. Secrets are told only as being there. */
@NullMarked
package io.rolemeter.collect.workload.view;

import org.jspecify.annotations.NullMarked;
