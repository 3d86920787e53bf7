/** The web configuration file of the Go exporters: TLS, basic authentication, headers, a limit of requests. */
@NullMarked
package io.rolemeter.config.web;

import org.jspecify.annotations.NullMarked;
