/** The role of the instance, from the metadata service. */
@NullMarked
package io.rolemeter.collect.role;

import org.jspecify.annotations.NullMarked;
