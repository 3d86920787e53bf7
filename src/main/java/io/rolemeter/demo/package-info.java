/**
 * A simulated EC2 host: metadata service, STS and S3 on loopback ports, and a file tree with users, PM2 and a /proc.
 *
 * <p>It stands alone: nothing here knows the agent, so what the agent reports about a scenario is found, not told.
 */
@NullMarked
package io.rolemeter.demo;

import org.jspecify.annotations.NullMarked;
