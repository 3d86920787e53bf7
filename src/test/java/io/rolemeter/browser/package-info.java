/** A headless Chromium that tests look at pages with. */
@NullMarked
package io.rolemeter.browser;

import org.jspecify.annotations.NullMarked;
