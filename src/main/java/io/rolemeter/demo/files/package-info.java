/** The host's file tree: users and homes, applications, PM2 and /proc, and the forgotten key where the scenario left it. */
@NullMarked
package io.rolemeter.demo.files;

import org.jspecify.annotations.NullMarked;
