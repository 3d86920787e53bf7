/** The nouns: what was seen ({@code Fact}s) and what it means ({@code Finding}s). Imports nothing else of ours. */
@NullMarked
package io.rolemeter.model;

import org.jspecify.annotations.NullMarked;
