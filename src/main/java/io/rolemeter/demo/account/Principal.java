package io.rolemeter.demo.account;

/** Who signed a request: what GetCallerIdentity says of them, and what they may do. */
public record Principal(String arn, String userId, Policy policy) {

    /** The refusal of an action in AWS's words, without the reason. */
    public String notAuthorized(String action, String resource) {
        return "User: " + arn + " is not authorized to perform: " + action + " on resource: " + resource;
    }
}
