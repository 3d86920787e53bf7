/**
 * JSON as trees: Jackson's parser, generator and nodes without its object mapper, whose 390 classes took a seventh of the agent's own
 * metaspace to do the same.
 */
@NullMarked
package io.rolemeter.json;

import org.jspecify.annotations.NullMarked;
