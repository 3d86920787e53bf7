package io.rolemeter.model;

/** Something that should have been looked at and could not be; {@code reason} is a few words such as {@code permission denied}. */
public record Unreadable(Place place, String path, String reason) {}
