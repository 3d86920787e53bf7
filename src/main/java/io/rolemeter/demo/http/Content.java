package io.rolemeter.demo.http;

/** Bytes that do not change: what they were made of and what they give away are copies. */
public final class Content {

    private final byte[] bytes;

    public Content(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public int size() {
        return bytes.length;
    }
}
