/** Places in the homes of users. */
@NullMarked
package io.rolemeter.collect.keys.places.users;

import org.jspecify.annotations.NullMarked;
