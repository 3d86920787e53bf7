package io.rolemeter.collect.workload.view;

import io.rolemeter.publish.Golden;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class IniTextTest {
    /** One after another: what the parsers of the SDKs read differently. */
    private static final List<String> TEXTS = List.of(
            "[a]\nx = 1\ny=2\n[b]\nX = 3",
            "[a]\r\nx = 1\r\n",
            "# no ; comment\n; nor # this\n[a]\n  # indented\n  ; too\nx = 1 # one\ny = 2;two\nz = 3 ;three",
            "[a]\nx = 1\n  more\n\n  and more\ny = 2",
            "[a]\nx =\n  y = 1\n  z = 2\nw = 3",
            "[a]\n  x = 1\n  y = 2",
            "[a]\n  x = 1\n    more\n  y = 2",
            "x = 1\n[a]\ny = 2",
            "  x = 1\n[a]\ny = 2",
            "[a]\n  x = 1\n[b]\n  more",
            "[a\nx = 1",
            "[a] # one\nx = 1",
            "[a]b\nx = 1",
            "[]\nx = 1",
            "[a]\nx = 1\n[b]\ny = 1\n[a]\nz = 2",
            "[a]\nx = 1\nx = 2",
            "[a]\nx\ny = 1",
            "[a]\n= 1\ny = 2",
            "[a]\nx: 1\ny: a = b\nz = a: b\n:1",
            "\uFEFF[a]\nx = 1",
            "[a]\nx = \ny = 1");

    @Test
    void everyDialectReadsAsItDid() throws IOException {
        StringBuilder text = new StringBuilder();
        for (String one : TEXTS) {
            text.append("# ").append(shown(one)).append('\n');
            for (Dialect dialect : Dialect.values()) {
                IniText.Content content = IniText.read(one, dialect);
                text.append(dialect)
                        .append(' ')
                        .append(content.problem()
                                .orElseGet(() -> shown(content.sections().toString())))
                        .append('\n');
            }
        }

        Golden.compare(text.toString(), "ini.txt");
    }

    private static String shown(String text) {
        return text.replace("\r", "\\r").replace("\n", "\\n").replace("\uFEFF", "\\uFEFF");
    }
}
