package io.rolemeter.faults;

/** How a door treats those who come. */
enum Manner {
    /** Lets them through to the service. */
    PASS,
    /** Nobody listens. */
    REFUSE,
    /** Packets vanish: no connection comes about, and none is refused. */
    SWALLOW,
    /** Says what it has to say, and ends. */
    ANSWER,
    /** Says it, and then nothing more; keeps the connection. */
    HOLD,
    /** Says it, and then a byte now and then, for ever. */
    DRIP,
    /** Says it, and resets the connection. */
    RESET,
    /** Says it over and over. */
    FLOOD,
    /** Lets them through, and changes what comes back. */
    REWRITE,
    /** The configuration says https, and this door knows nothing of TLS. */
    NO_TLS,
    /** The configuration names a host that has no address. */
    NO_NAME
}
