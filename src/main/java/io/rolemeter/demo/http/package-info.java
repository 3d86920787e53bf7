/** A small HTTP/1.1 server on loopback ports, with the scenario's time as {@code Date}. */
@NullMarked
package io.rolemeter.demo.http;

import org.jspecify.annotations.NullMarked;
