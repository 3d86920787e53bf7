/** Who may ask: TLS, passwords, and how often. */
@NullMarked
package io.rolemeter.publish.http.access;

import org.jspecify.annotations.NullMarked;
