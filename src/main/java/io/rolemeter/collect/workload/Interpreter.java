package io.rolemeter.collect.workload;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Programs that run a file which their command line names. What is known of their options is only what tells that file from
 * the values of options and from code, which may hold secrets and is never taken for a file.
 */
enum Interpreter {
    NODE(
            new Letters("ep", "", "rC", ""),
            Set.of("--eval", "--print", "--run"),
            Set.of(
                    "--require",
                    "--import",
                    "--loader",
                    "--experimental-loader",
                    "--conditions",
                    "--env-file",
                    "--env-file-if-exists",
                    "--title",
                    "--input-type",
                    "--experimental-default-type",
                    "--inspect-port",
                    "--debug-port",
                    "--openssl-config",
                    "--icu-data-dir",
                    "--dns-result-order",
                    "--unhandled-rejections",
                    "--max-http-header-size",
                    "--v8-pool-size",
                    "--redirect-warnings",
                    "--disable-warning",
                    "--diagnostic-dir",
                    "--heapsnapshot-signal",
                    "--cpu-prof-dir",
                    "--heap-prof-dir",
                    "--report-dir",
                    "--report-directory",
                    "--report-filename",
                    "--report-signal",
                    "--tls-cipher-list",
                    "--trace-event-categories",
                    "--watch-path",
                    "--allow-fs-read",
                    "--allow-fs-write")),
    PYTHON(new Letters("c", "m", "WXQ", ""), Set.of(), Set.of("--check-hash-based-pycs")),
    RUBY(
            new Letters("e", "", "IrCE", "FKTWxi0l"),
            Set.of(),
            Set.of(
                    "--encoding",
                    "--external-encoding",
                    "--internal-encoding",
                    "--enable",
                    "--disable",
                    "--backtrace-limit")),
    PHP(
            new Letters("rBRE", "fF", "dcztS", ""),
            Set.of("--run", "--process-begin", "--process-code", "--process-end"),
            Set.of("--define", "--php-ini", "--zend-extension", "--docroot", "--server"));

    /**
     * Options of one letter, several of which may share a word.
     *
     * @param code whose value is code
     * @param file whose value is the file, or the module, to run
     * @param valued with another value, in the same word or the next
     * @param attached with a value that always stands in the same word
     */
    private record Letters(String code, String file, String valued, String attached) {}

    private final Letters letters;
    private final Set<String> code;
    private final Set<String> valued;

    Interpreter(Letters letters, Set<String> code, Set<String> valued) {
        this.letters = letters;
        this.code = code;
        this.valued = valued;
    }

    /** By the name of a program, which may end with its version, as in {@code node-20} or {@code python3.11}. */
    static Optional<Interpreter> of(String executable) {
        return switch (name(executable)) {
            case "node" -> Optional.of(NODE);
            case "python" -> Optional.of(PYTHON);
            case "ruby" -> Optional.of(RUBY);
            case "php", "php-fpm", "php-cgi" -> Optional.of(PHP);
            default -> Optional.empty();
        };
    }

    /** The name of an executable without its path, of interpreters also without its version. */
    static String name(String executable) {
        String name = executable.substring(executable.lastIndexOf('/') + 1);
        if (name.startsWith("python")) {
            return "python";
        }
        return switch (withoutVersion(name)) {
            case "node", "nodejs" -> "node";
            case "ruby" -> "ruby";
            case "php" -> "php";
            case "php-fpm" -> "php-fpm";
            case "php-cgi" -> "php-cgi";
            default -> name;
        };
    }

    private static String withoutVersion(String name) {
        int end = name.length();
        while (end > 0
                && (name.charAt(end - 1) == '.' || (name.charAt(end - 1) >= '0' && name.charAt(end - 1) <= '9'))) {
            end--;
        }
        return name.substring(0, end > 0 && name.charAt(end - 1) == '-' ? end - 1 : end);
    }

    /** The file that is run, as written, or of Python the module; empty where there is code instead, or nothing. */
    Optional<String> script(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            Optional<String> next = arguments.stream().skip(i + 1L).findFirst();
            if (word.equals("--")) {
                return next;
            }
            if (!word.startsWith("-")) {
                return Optional.of(word);
            }
            if (word.equals("-") || code.contains(word) || startsCode(word)) {
                return Optional.empty();
            }
            int at = word.startsWith("--") ? -1 : valueAt(word);
            if (at > 0 && letters.file.indexOf(word.charAt(at - 1)) >= 0) {
                return at < word.length() ? Optional.of(word.substring(at)) : next;
            }
            if (at == word.length() || valued.contains(word)) {
                i++;
            }
        }
        return Optional.empty();
    }

    private boolean startsCode(String word) {
        if (word.startsWith("--")) {
            int equals = word.indexOf('=');
            return equals > 0 && code.contains(word.substring(0, equals));
        }
        int at = valueAt(word);
        return at > 0 && letters.code.indexOf(word.charAt(at - 1)) >= 0;
    }

    /** Where the value of an option begins that is among the letters of a word: its end, where the next word is it; 0 for none. */
    private int valueAt(String word) {
        for (int i = 1; i < word.length(); i++) {
            char letter = word.charAt(i);
            if (letters.attached.indexOf(letter) >= 0) {
                return 0;
            }
            if ((letters.code + letters.file + letters.valued).indexOf(letter) >= 0) {
                return i + 1;
            }
        }
        return 0;
    }
}
