package io.rolemeter.collect.keys.corpus;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;

/** A way in which people and programs write a key down. {@code ID} and {@code SECRET} stand for its halves. */
enum Notation {
    LINES("#", "AWS_ACCESS_KEY_ID=ID", "AWS_SECRET_ACCESS_KEY=SECRET"),
    EXPORT("# ", "export AWS_ACCESS_KEY_ID=ID", "export AWS_SECRET_ACCESS_KEY=SECRET"),
    QUOTED("#", "AWS_ACCESS_KEY_ID=\"ID\"", "AWS_SECRET_ACCESS_KEY='SECRET'"),
    ONE_LINE("# ", "AWS_ACCESS_KEY_ID=ID AWS_SECRET_ACCESS_KEY=SECRET aws s3 ls"),
    WINDOWS("#", "\uFEFFregion=us-east-1\r", "AWS_ACCESS_KEY_ID=ID\r", "AWS_SECRET_ACCESS_KEY=SECRET\r"),
    URL("# ", "export BUCKET=s3://ID:URL_SECRET@bucket/prefix"),
    URL_ENCODED("# ", "body=key%3DID%26secret%3DURL_SECRET%26x%3D1"),
    UNIT("#", "[Service]", "Environment=\"AWS_ACCESS_KEY_ID=ID\" AWS_SECRET_ACCESS_KEY=SECRET"),
    YAML("# ", "aws:", "  accessKeyId: ID", "  secretAccessKey: SECRET"),
    YAML_BLOCK("# ", "access_key: >-", "  ID", "secret_key: |", "  SECRET"),
    YAML_ENTRIES(
            "# ", "- name: AWS_ACCESS_KEY_ID", "  value: ID", "- name: AWS_SECRET_ACCESS_KEY", "  value: 'SECRET'"),
    INI("; ", "[default]", "aws_access_key_id = ID", "aws_secret_access_key = SECRET"),
    S3CMD("# ", "[default]", "access_key = ID", "secret_key = SECRET"),
    COLON("#", "ID:SECRET"),
    BUCKET_COLON("#", "media:ID:SECRET"),
    PROPERTIES("#", "aws.accessKeyId=ID", "aws.secretKey=SECRET"),
    JVM_OPTIONS("#", "JAVA_OPTS=\"-Daws.accessKeyId=ID -Daws.secretAccessKey=SECRET\""),
    HCL("# ", "provider \"aws\" {", "  access_key = \"ID\"", "  secret_key = \"SECRET\"", "}"),
    PHP("// ", "define('AWS_KEY', 'ID');", "define('AWS_SECRET', 'SECRET');"),
    SOURCE("# ", "client('s3', aws_access_key_id='ID', aws_secret_access_key='SECRET')"),
    TYPED("#", "aws configure set aws_access_key_id ID", "aws configure set aws_secret_access_key SECRET"),
    XML(
            "",
            "<property><name>fs.s3a.access.key</name><value>ID</value></property>",
            "<property><name>fs.s3a.secret.key</name><value>SECRET</value></property>"),
    JSON("", "{\"aws\": {\"accessKeyId\": \"ID\", \"secretAccessKey\": \"SECRET\"}}"),
    JSON_SLASHES("", "{\"aws\": {\"key\": \"ID\", \"value\": \"JSON_SECRET\"}}"),
    JSON_UNICODE("", "{\"aws\": {\"key\": \"ID\", \"value\": \"UNICODE_SECRET\"}}"),
    JSON_IN_JSON("", "{\"env\": \"{\\\"accessKeyId\\\":\\\"ID\\\",\\\"secretAccessKey\\\":\\\"SECRET\\\"}\"}"),
    STATE("", "{\"resources\": [{\"attributes\": {\"id\": \"ID\", \"secret\": \"SECRET\", \"user\": \"ci\"}}]}"),
    CONTAINER(
            "",
            "{\"State\":{\"Running\":true},\"Config\":{\"Env\":[\"AWS_ACCESS_KEY_ID=ID\",\"AWS_SECRET_ACCESS_KEY=SECRET\"]}}"),
    BASE64("", "#cloud-config", "write_files:", "- encoding: b64", "  content: BASE64");

    static final Set<Notation> SHELL = Set.of(LINES, EXPORT, QUOTED, ONE_LINE, WINDOWS, URL, URL_ENCODED);
    static final Set<Notation> DOCUMENTS = Set.of(JSON, JSON_SLASHES, JSON_UNICODE, JSON_IN_JSON);
    static final Set<Notation> STRUCTURED = Set.of(YAML, YAML_BLOCK, YAML_ENTRIES);

    private final String comment;
    private final List<String> lines;

    Notation(String comment, String... lines) {
        this.comment = comment;
        this.lines = List.of(lines);
    }

    /** Whether it has comments at all. */
    boolean commentable() {
        return !comment.isEmpty() || this == XML;
    }

    String write(String id, String secret) {
        return filled(String.join("\n", lines), id, secret) + "\n";
    }

    String writeCommented(String id, String secret) {
        if (this == XML) {
            return "<!--\n" + write(id, secret) + "-->\n";
        }
        String text = comment + String.join("\n" + comment, lines);
        return filled(text, id, secret) + "\n";
    }

    private static String filled(String text, String id, String secret) {
        String inner = "#!/bin/sh\nexport AWS_ACCESS_KEY_ID=" + id + "\nexport AWS_SECRET_ACCESS_KEY=" + secret + "\n";
        return text.replace("BASE64", Base64.getEncoder().encodeToString(inner.getBytes(StandardCharsets.UTF_8)))
                .replace("URL_SECRET", secret.replace("+", "%2B").replace("/", "%2F"))
                .replace("JSON_SECRET", secret.replace("/", "\\/"))
                .replace("UNICODE_SECRET", secret.replace("/", "\\u002F").replace("+", "\\u002b"))
                .replace("'SECRET'", "'" + secret + "'")
                .replaceAll("(?<![A-Z_])SECRET(?![A-Z_])", Matcher.quoteReplacement(secret))
                .replaceAll("(?<![A-Z_])ID(?![A-Z_])", id)
                .replace("%3DID%", "%3D" + id + "%");
    }
}
