/** What answers on the ports: the instance metadata service, STS and S3. */
@NullMarked
package io.rolemeter.demo.services;

import org.jspecify.annotations.NullMarked;
