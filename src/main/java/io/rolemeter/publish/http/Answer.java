package io.rolemeter.publish.http;

/** What a request is answered with; {@code body} is never empty. */
record Answer(int status, String contentType, Body body) {
    static final String PLAIN_TEXT = "text/plain; charset=utf-8";
    static final int OK = 200;
    static final int BAD_REQUEST = 400;
    static final int UNAUTHORIZED = 401;
    static final int NOT_FOUND = 404;
    static final int METHOD_NOT_ALLOWED = 405;
    static final int CONTENT_TOO_LARGE = 413;
    /** The request names another host than this one. */
    static final int MISDIRECTED = 421;

    static final int TOO_MANY_REQUESTS = 429;
    static final int INTERNAL_ERROR = 500;
    static final int UNAVAILABLE = 503;

    static Answer of(String contentType, String body) {
        return new Answer(OK, contentType, new Body(body));
    }

    /** One sentence, to which a line break is added. */
    static Answer sentence(int status, String sentence) {
        return new Answer(status, PLAIN_TEXT, new Body(sentence + "\n"));
    }
}
