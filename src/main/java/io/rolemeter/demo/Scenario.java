package io.rolemeter.demo;

import io.rolemeter.demo.account.Rights;
import io.rolemeter.demo.files.Complaint;
import io.rolemeter.demo.files.ForgottenKey;
import io.rolemeter.demo.services.Cloud;
import io.rolemeter.demo.services.Instance;

/**
 * One situation that an EC2 host can be in, as plain data.
 *
 * @param name lower-case words joined by hyphens; unique among {@link Scenarios#all()}
 * @param description one sentence for people
 * @param complaint what the application has written into its error log
 */
public record Scenario(
        String name,
        String description,
        Instance instance,
        ForgottenKey key,
        Cloud cloud,
        Smoke smoke,
        Complaint complaint) {
    /** A scenario whose AWS is as it should be, with the basic smoke tests. */
    public Scenario(String name, String description, Instance instance, ForgottenKey key) {
        this(name, description, instance, key, Cloud.with(Rights.LEAST), Smoke.BASIC, Complaint.NONE);
    }

    /** The same with another AWS. */
    Scenario at(Cloud other) {
        return new Scenario(name, description, instance, key, other, smoke, complaint);
    }

    /** The same with other smoke tests. */
    Scenario testedBy(Smoke other) {
        return new Scenario(name, description, instance, key, cloud, other, complaint);
    }

    /** The same with another error log of the application. */
    Scenario complaining(Complaint other) {
        return new Scenario(name, description, instance, key, cloud, smoke, other);
    }
}
