package io.rolemeter.demo;

import io.rolemeter.demo.files.ForgottenKey;
import io.rolemeter.demo.services.Instance;

/**
 * One situation that an EC2 host can be in, as plain data.
 *
 * @param name lower-case words joined by hyphens; unique among {@link Scenarios#all()}
 * @param description one sentence for people
 */
public record Scenario(String name, String description, Instance instance, ForgottenKey key) {}
