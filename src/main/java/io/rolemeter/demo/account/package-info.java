/** The made-up AWS account: its user and roles, their keys and sessions, and what each of them may do. */
@NullMarked
package io.rolemeter.demo.account;

import org.jspecify.annotations.NullMarked;
