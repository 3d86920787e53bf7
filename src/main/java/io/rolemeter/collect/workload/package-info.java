/**
 * Which programs run, which SDK each finds its credentials with, and which credential that would be.
 *
 * <p>A process is told of when its SDK is known, or when its variables, its dotenv files, its Java properties or its binary
 * speak of credentials of AWS; all others would be noise.
 */
@NullMarked
package io.rolemeter.collect.workload;

import org.jspecify.annotations.NullMarked;
