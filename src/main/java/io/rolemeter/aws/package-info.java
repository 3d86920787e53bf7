/** Speaks AWS: clients, credentials that cannot print themselves, and what an error means. Knows no probe and no metric. */
@NullMarked
package io.rolemeter.aws;

import org.jspecify.annotations.NullMarked;
