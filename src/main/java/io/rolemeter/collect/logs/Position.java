package io.rolemeter.collect.logs;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * How far a log was read, and how to know it again after a rotation.
 *
 * @param identity of the file, whatever it is called
 * @param offset bytes that were read
 * @param head of what was read
 * @param readAt what follows was not there yet then; empty while the first look at the log is not at its end
 */
record Position(String identity, long offset, Head head, Optional<Instant> readAt) {
    /**
     * The beginning of a log.
     *
     * @param length in bytes, at most {@value #MAX_LENGTH}
     * @param checksum of those bytes
     */
    record Head(int length, long checksum) {
        static final int MAX_LENGTH = 256;

        static Head of(InputStream log, long length) throws IOException {
            byte[] beginning = log.readNBytes((int) Math.min(MAX_LENGTH, length));
            CRC32 checksum = new CRC32();
            checksum.update(beginning);
            return new Head(beginning.length, checksum.getValue());
        }

        /** Whether a log begins like this. */
        boolean begins(InputStream log) throws IOException {
            return equals(of(log, length));
        }
    }
}
