package io.rolemeter.demo.account;

/** What AWS makes of the long-term key. */
public enum KeyState {
    /** It is the application user's, and accepted. */
    ACTIVE,
    DEACTIVATED,
    /** It is the account's root user's, and accepted. */
    OF_ROOT
}
