/**
 * The facts file: what the process that may read the host's secrets tells the process that is on the network. It carries what was
 * found, masked, and no secret; the reader believes nothing of it before it was checked.
 */
@NullMarked
package io.rolemeter.handover;

import org.jspecify.annotations.NullMarked;
