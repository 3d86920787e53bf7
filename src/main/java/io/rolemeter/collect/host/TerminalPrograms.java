package io.rolemeter.collect.host;

import java.util.List;
import java.util.Set;

/** Programs that people work with at a terminal, and those that bring them there. None of them uses AWS. */
public final class TerminalPrograms {
    private static final Set<String> SHELLS =
            Set.of("bash", "sh", "dash", "zsh", "fish", "ksh", "mksh", "ash", "csh", "tcsh");

    private static final Set<String> SESSIONS = Set.of(
            "systemd", "sshd", "sshd-session", "sftp-server", "ssh", "sudo", "su", "login", "tmux", "screen", "agetty");

    private static final Set<String> VIEWS = Set.of(
            "vi", "vim", "vimdiff", "view", "nvim", "nano", "pico", "emacs", "joe", "micro", "ed", "mcedit", "less",
            "more", "most", "man", "tail", "watch", "top", "htop", "find", "grep");

    /** Options of shells whose value is the next argument. */
    private static final Set<String> WITH_VALUE = Set.of("-o", "+o", "-O", "+O", "--rcfile", "--init-file");

    private TerminalPrograms() {}

    /** Whether a program of that name, without its path, is one of them. */
    public static boolean include(String name) {
        return SHELLS.contains(name) || SESSIONS.contains(name) || VIEWS.contains(name);
    }

    /** Whether a process does nothing but serve a person: a shell that runs a script or a command does more. */
    public static boolean include(HostProcess process) {
        String name = process.command();
        int title = name.indexOf(':');
        name = title < 0 ? name : name.substring(0, title);
        return include(name) && !(SHELLS.contains(name) && runsSomething(process.arguments()));
    }

    private static boolean runsSomething(List<String> arguments) {
        for (int i = 1; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (WITH_VALUE.contains(argument)) {
                i++;
            } else if (!argument.startsWith("-") && !argument.startsWith("+")) {
                return true;
            } else if (!argument.startsWith("--") && argument.indexOf('c') > 0) {
                return true;
            }
        }
        return false;
    }
}
