package io.rolemeter.publish;

import io.rolemeter.model.Diagnosis;

/** Shows the newest diagnosis to somebody. Keeps it whole: what has vanished from it vanishes from what is shown. */
public interface Publisher {
    void publish(Diagnosis diagnosis);
}
