package io.rolemeter.model;

/** Where a key was found: the kind of place, not the path. */
public enum Place implements Labelled {
    PROCESS_ENVIRONMENT,
    PROCESS_ARGUMENTS,
    PM2,
    SHARED_CREDENTIALS_FILE,
    CONFIG_FILE,
    DOTENV,
    SYSTEMD,
    SYSTEM_ENVIRONMENT,
    SHELL_STARTUP,
    SHELL_HISTORY,
    CRON,
    USER_DATA,
    CONTAINER,
    TOOL_CONFIG,
    JAVA_CONFIG,
    HADOOP_CONFIG,
    TERRAFORM,
    APP_CONFIG,
    CONFIGURED;

    @Override
    public String label() {
        return Labelled.of(this);
    }
}
