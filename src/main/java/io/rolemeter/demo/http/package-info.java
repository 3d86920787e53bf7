/** A small HTTP/1.1 server on loopback ports, whose {@code Date} is the scenario's. Knows nothing else of the simulator. */
@NullMarked
package io.rolemeter.demo.http;

import org.jspecify.annotations.NullMarked;
