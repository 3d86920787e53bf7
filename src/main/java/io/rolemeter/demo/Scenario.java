package io.rolemeter.demo;

import io.rolemeter.demo.account.Rights;
import io.rolemeter.demo.files.ForgottenKey;
import io.rolemeter.demo.services.Cloud;
import io.rolemeter.demo.services.Instance;

/**
 * One situation that an EC2 host can be in, as plain data.
 *
 * @param name lower-case words joined by hyphens; unique among {@link Scenarios#all()}
 * @param description one sentence for people
 */
public record Scenario(String name, String description, Instance instance, ForgottenKey key, Cloud cloud, Smoke smoke) {
    /** A scenario whose AWS is as it should be, with the basic smoke tests. */
    public Scenario(String name, String description, Instance instance, ForgottenKey key) {
        this(name, description, instance, key, Cloud.with(Rights.LEAST), Smoke.BASIC);
    }

    /** The same with another AWS. */
    Scenario at(Cloud other) {
        return new Scenario(name, description, instance, key, other, smoke);
    }

    /** The same with other smoke tests. */
    Scenario testedBy(Smoke other) {
        return new Scenario(name, description, instance, key, cloud, other);
    }
}
