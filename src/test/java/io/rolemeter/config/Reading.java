package io.rolemeter.config;

import java.util.List;

/** What one text reads as, and every line that the user would see. */
record Reading(Settings settings, List<String> problems) {
    static final List<String> KINDS = List.of(
            "s3-head",
            "s3-get",
            "s3-put",
            "sts-assume-role",
            "kvs-describe-stream",
            "kvs-hls",
            "kvs-signaling",
            "kvs-ice",
            "bedrock-converse",
            "bedrock-invoke",
            "iam-access-keys",
            "access-analyzer",
            "sns-platform",
            "aws-api",
            "http",
            "tcp");

    static Reading of(String text) {
        Problems problems = new Problems("rolemeter.yml");
        Settings settings = Configuration.read(text, KINDS, problems);
        return new Reading(settings, problems.lines());
    }
}
