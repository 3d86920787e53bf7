package io.rolemeter.demo;

/** Where on the host a forgotten key lies. */
enum KeyPlace {
    /** The environment of the PM2 fork application {@code api}, under /proc. */
    PM2_PROCESS,
    /** What PM2 saved of that application, in ~deploy/.pm2/dump.pm2. */
    PM2_DUMP,
    /** [default] of /root/.aws/credentials. */
    ROOT_CREDENTIALS,
    /** Two commented lines of /srv/api/.env.production. */
    COMMENTED_DOTENV
}
