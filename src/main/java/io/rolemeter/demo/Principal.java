package io.rolemeter.demo;

/** Who signed a request: what GetCallerIdentity says of them, and what they may do. */
record Principal(String arn, String userId, Policy policy) {

    /** The refusal of an action in AWS's words, without the reason. */
    String notAuthorized(String action, String resource) {
        return "User: " + arn + " is not authorized to perform: " + action + " on resource: " + resource;
    }
}
