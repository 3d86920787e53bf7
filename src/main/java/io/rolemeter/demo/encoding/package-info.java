/** JSON, XML and percent-encoding, letter for letter as AWS, Node and PM2 write them. */
@NullMarked
package io.rolemeter.demo.encoding;

import org.jspecify.annotations.NullMarked;
