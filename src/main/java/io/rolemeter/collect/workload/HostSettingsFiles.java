package io.rolemeter.collect.workload;

import io.rolemeter.collect.host.HostFiles;
import io.rolemeter.collect.host.Reading;
import io.rolemeter.collect.workload.view.SettingsFiles;
import java.util.HashMap;
import java.util.Map;

/** The files of the host, or of a container, as one program finds them; each is read once, for one decision. */
final class HostSettingsFiles implements SettingsFiles {
    /** Those of a container that cannot be entered. */
    static final SettingsFiles CLOSED = path -> new Answer.Closed("in a container that cannot be entered");

    private final HostFiles files;
    private final Map<String, Answer> answers = new HashMap<>();

    HostSettingsFiles(HostFiles files) {
        this.files = files;
    }

    @Override
    public Answer read(String path) {
        return answers.computeIfAbsent(path, this::ask);
    }

    private Answer ask(String path) {
        Reading reading = files.readVerbatim(path);
        if (reading instanceof Reading.Text text) {
            return new Answer.Text(text.content());
        }
        if (reading instanceof Reading.Unreadable refused) {
            return new Answer.Closed(refused.reason());
        }
        return new Answer.Missing();
    }
}
