package io.rolemeter.collect.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NotLinkException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.StringTokenizer;

/**
 * Follows host paths beneath a directory as the kernel would after {@code chroot}: absolute links start again at the directory,
 * {@code ..} stops at it, and after {@value #MAX_LINKS} links it gives up. File systems that are not to be searched are not even asked.
 * Where a folder leads is asked once in a look: a home is come to by the path of each file that may lie in it.
 */
final class Root {
    static final int MAX_LINKS = 40;

    /** So many are remembered, by paths of that many characters. */
    private static final int MAX_FOLDERS = 1024;

    private static final int MAX_LENGTH = 512;

    private final Path directory;
    private final Mounts mounts;
    private final Map<String, Resolution> folders = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Resolution> eldest) {
            return size() > MAX_FOLDERS;
        }
    };

    Root(Path directory, Mounts mounts) {
        this.directory = directory.toAbsolutePath().normalize();
        this.mounts = mounts;
    }

    Resolution resolve(String hostPath) {
        int name = hostPath.lastIndexOf('/');
        if (name <= 0 || hostPath.length() > MAX_LENGTH || !isPlain(hostPath)) {
            return resolve(new Resolution.Found(directory, ""), hostPath);
        }
        String parent = hostPath.substring(0, name);
        Resolution folder = folders.get(parent);
        if (folder == null) {
            folder = resolve(parent);
            folders.put(parent, folder);
        }
        return folder instanceof Resolution.Found found ? resolve(found, hostPath.substring(name + 1)) : folder;
    }

    /** Whether a path is its folder's path and one name. */
    private static boolean isPlain(String path) {
        return !(path.endsWith("/") || path.endsWith("/.") || path.endsWith("/.."))
                && !(path.contains("//") || path.contains("/./") || path.contains("/../"));
    }

    /** @param folder that is there, without links */
    private Resolution resolve(Resolution.Found folder, String rest) {
        Deque<String> pending = new ArrayDeque<>(names(rest));
        List<String> walked = names(folder.hostPath());
        Path reached = folder.path();
        int links = 0;
        try {
            while (!pending.isEmpty()) {
                String name = pending.pop();
                if (name.equals("..")) {
                    if (!walked.isEmpty()) {
                        walked.remove(walked.size() - 1);
                        reached = Objects.requireNonNull(reached.getParent());
                    }
                    continue;
                }
                Path here = LossyNames.resolve(reached, name);
                Optional<String> refusal = mounts.refusal(here);
                if (refusal.isPresent()) {
                    return new Resolution.Refused(refusal.get());
                }
                Optional<String> link = Looking.ask(here, () -> link(here));
                if (link.isEmpty()) {
                    walked.add(name);
                    reached = here;
                    continue;
                }
                links++;
                if (links > MAX_LINKS) {
                    return new Resolution.Refused("too many links");
                }
                if (link.get().startsWith("/")) {
                    walked.clear();
                    reached = directory;
                }
                List<String> names = names(link.get());
                for (int i = names.size() - 1; i >= 0; i--) {
                    pending.push(names.get(i));
                }
            }
            return new Resolution.Found(reached, "/" + String.join("/", walked));
        } catch (InvalidPathException e) {
            boolean impossible = e.getInput().indexOf('\0') >= 0;
            return impossible ? new Resolution.Missing() : new Resolution.Refused(LossyNames.REASON);
        } catch (IOException e) {
            return Failure.isMissing(e) ? new Resolution.Missing() : new Resolution.Refused(Failure.reason(e));
        }
    }

    /** Where a link leads; empty for anything else that is there, also if it has just taken the place of a link. */
    private static Optional<String> link(Path path) throws IOException {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                            .isSymbolicLink()
                    ? Optional.of(Files.readSymbolicLink(path).toString())
                    : Optional.empty();
        } catch (NotLinkException e) {
            return Optional.empty();
        }
    }

    private static List<String> names(String path) {
        List<String> names = new ArrayList<>();
        StringTokenizer tokens = new StringTokenizer(path, "/");
        while (tokens.hasMoreTokens()) {
            String name = tokens.nextToken();
            if (!name.equals(".")) {
                names.add(name);
            }
        }
        return names;
    }
}
