package io.rolemeter.demo.files;

/** A user of the simulated host; the group has the same name and number. */
record User(String name, int number, String home, String shell) {

    static final User ROOT = new User("root", 0, "/root", "/bin/bash");
    static final User DAEMON = new User("daemon", 2, "/sbin", "/sbin/nologin");
    static final User EC2_USER = new User("ec2-user", 1000, "/home/ec2-user", "/bin/bash");
    static final User DEPLOY = new User("deploy", 1001, "/home/deploy", "/bin/bash");
    static final User BILLING = new User("billing", 991, "/var/lib/billing", "/sbin/nologin");

    String passwdLine() {
        return name + ":x:" + number + ":" + number + "::" + home + ":" + shell + "\n";
    }
}
