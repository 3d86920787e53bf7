/** The service manager that has started this process: is told when it is ready, that it is alive, and that it ends. */
@NullMarked
package io.rolemeter.service;

import org.jspecify.annotations.NullMarked;
