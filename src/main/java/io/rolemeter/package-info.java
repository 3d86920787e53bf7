/** Collects facts about the AWS identity of a host, diagnoses them, and publishes the diagnosis. */
@NullMarked
package io.rolemeter;

import org.jspecify.annotations.NullMarked;
