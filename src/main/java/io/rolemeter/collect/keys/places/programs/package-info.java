/** Places that belong to programs: processes, process managers, container engines. */
@NullMarked
package io.rolemeter.collect.keys.places.programs;

import org.jspecify.annotations.NullMarked;
