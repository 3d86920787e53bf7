/**
 * Credential errors in the programs' own logs. Logs are followed through rotation; of a line nothing is kept but the time and
 * what AWS says that it denied.
 */
@NullMarked
package io.rolemeter.collect.logs;

import org.jspecify.annotations.NullMarked;
