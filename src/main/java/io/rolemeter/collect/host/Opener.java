package io.rolemeter.collect.host;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;

/** Opens a regular file for reading, without following a link in its last component. */
interface Opener {
    SeekableByteChannel open(Path path) throws IOException;
}
