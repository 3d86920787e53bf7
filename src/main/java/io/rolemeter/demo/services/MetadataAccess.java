package io.rolemeter.demo.services;

/** How the metadata service of an instance can be reached. */
public enum MetadataAccess {
    /** IMDSv2 only: a request without a token is refused. */
    TOKEN_REQUIRED,
    /** IMDSv1 is still allowed: a request without a token is answered. */
    TOKEN_OPTIONAL,
    /** IMDSv1 is still allowed, and the answer to a request for a token is lost on the way: a hop too many. */
    TOKEN_LOST,
    /** Switched off for this instance. */
    DISABLED,
    /** Asked too often. */
    THROTTLED,
    /** Nobody listens: connections are refused. */
    UNREACHABLE
}
