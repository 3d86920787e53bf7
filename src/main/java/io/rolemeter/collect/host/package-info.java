/**
 * The host as files, users and processes beneath a root directory: {@code /} for the host that this runs on, or a mounted image,
 * a chroot, a simulated tree. Everything is bounded; nothing outside the root is opened.
 */
@NullMarked
package io.rolemeter.collect.host;

import org.jspecify.annotations.NullMarked;
