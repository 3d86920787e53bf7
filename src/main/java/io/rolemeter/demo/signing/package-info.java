/** AWS Signature Version 4 as the services verify it: who signed a request, and whether it was changed since. */
@NullMarked
package io.rolemeter.demo.signing;

import org.jspecify.annotations.NullMarked;
