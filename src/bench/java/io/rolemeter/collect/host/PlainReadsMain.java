package io.rolemeter.collect.host;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What Java's own calls take, with nothing done about what is read: every environment of the processes that are there now, once for
 * each line on the input; or, with a folder of folders as argument, all files in it, without following links, on two threads.
 */
final class PlainReadsMain {
    private static final Set<OpenOption> READ = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    private static final int BUFFER = 8 << 10;

    private PlainReadsMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length > 0) {
            files(Path.of(arguments[0]));
        } else {
            environments();
        }
    }

    private static void environments() throws IOException {
        List<String> paths = new ArrayList<>();
        try (DirectoryStream<Path> proc = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            proc.forEach(process -> paths.add(process + "/environ"));
        }
        byte[] buffer = new byte[BUFFER];
        Scanner asked = new Scanner(System.in);
        while (asked.hasNextLine()) {
            asked.nextLine();
            long start = System.nanoTime();
            long bytes = 0;
            for (String path : paths) {
                try (FileInputStream file = new FileInputStream(path)) {
                    bytes += file.read(buffer);
                } catch (IOException e) {
                    // It has ended.
                }
            }
            System.out.println((System.nanoTime() - start) + " " + bytes);
        }
    }

    private static void files(Path top) throws IOException, InterruptedException {
        List<Path> folders = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(top)) {
            entries.forEach(folders::add);
        }
        AtomicInteger next = new AtomicInteger();
        Runnable work = () -> {
            ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
            for (int i = next.getAndIncrement(); i < folders.size(); i = next.getAndIncrement()) {
                try (DirectoryStream<Path> folder = Files.newDirectoryStream(folders.get(i))) {
                    read((SecureDirectoryStream<Path>) folder, buffer);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
        Thread second = new Thread(work);
        second.start();
        work.run();
        second.join();
    }

    private static void read(SecureDirectoryStream<Path> folder, ByteBuffer buffer) throws IOException {
        for (Path entry : folder) {
            Path name = entry.getFileName();
            if (folder.getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                    .readAttributes()
                    .isDirectory()) {
                try (SecureDirectoryStream<Path> inner = folder.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS)) {
                    read(inner, buffer);
                }
            } else {
                try (SeekableByteChannel file = folder.newByteChannel(name, READ)) {
                    file.read(buffer.clear());
                }
            }
        }
    }
}
