/** Places in the folders of applications, wherever these lie. */
@NullMarked
package io.rolemeter.collect.keys.places.applications;

import org.jspecify.annotations.NullMarked;
