/** The status page, the JSON document and the metrics, served from memory. */
@NullMarked
package io.rolemeter.publish.http;

import org.jspecify.annotations.NullMarked;
