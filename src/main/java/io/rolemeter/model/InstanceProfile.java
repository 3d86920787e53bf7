package io.rolemeter.model;

import java.util.Optional;

/**
 * The instance profile that the metadata service names.
 *
 * @param id the unique id ({@code AIPA…}): a profile that is re-created under its old name has a new one
 * @param role name of the role inside, without its path; empty when there is none
 */
public record InstanceProfile(String arn, String id, Optional<String> role) {}
