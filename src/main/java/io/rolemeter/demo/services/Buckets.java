package io.rolemeter.demo.services;

import io.rolemeter.demo.http.Content;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The buckets {@code source} and {@code output} and what was put there: at most sixteen objects each, in memory. */
final class Buckets {

    private static final int OBJECTS = 16;
    private static final int FILM_BYTES = 957_923;

    private final Map<String, Map<String, Content>> buckets = new HashMap<>();

    Buckets() {
        buckets.put("source", new LinkedHashMap<>());
        buckets.put("output", new LinkedHashMap<>());
        put("source", "health.txt", new Content("ok\n".getBytes(StandardCharsets.UTF_8)));
        put("source", "film.mp4", new Content(new byte[FILM_BYTES]));
    }

    synchronized boolean exists(String bucket) {
        return buckets.containsKey(bucket);
    }

    synchronized Optional<Content> get(String bucket, String key) {
        return Optional.ofNullable(buckets.getOrDefault(bucket, Map.of()).get(key));
    }

    /** Keeps the object; false when the bucket is full or not there. */
    synchronized boolean put(String bucket, String key, Content content) {
        Map<String, Content> objects = buckets.get(bucket);
        if (objects == null || (objects.size() >= OBJECTS && !objects.containsKey(key))) {
            return false;
        }
        objects.put(key, content);
        return true;
    }
}
