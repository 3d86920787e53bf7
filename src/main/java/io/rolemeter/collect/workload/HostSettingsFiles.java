package io.rolemeter.collect.workload;

import io.rolemeter.collect.host.HostFiles;
import io.rolemeter.collect.host.Reading;
import io.rolemeter.collect.workload.view.SettingsFiles;

/** The files of the host, or of a container, as they are now. */
record HostSettingsFiles(HostFiles files) implements SettingsFiles {
    /** Those of a container that cannot be entered. */
    static final SettingsFiles CLOSED = path -> new Answer.Closed("in a container that cannot be entered");

    @Override
    public Answer read(String path) {
        Reading reading = files.readVerbatim(path);
        if (reading instanceof Reading.Text text) {
            return new Answer.Text(text.content());
        }
        if (reading instanceof Reading.Unreadable refused) {
            return new Answer.Closed(refused.reason());
        }
        return reading instanceof Reading.Binary ? new Answer.Text("") : new Answer.Missing();
    }
}
