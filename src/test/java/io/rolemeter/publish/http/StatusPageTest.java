package io.rolemeter.publish.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.publish.Golden;
import io.rolemeter.publish.Hosts;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class StatusPageTest {
    @Test
    void thePageOfAShadowedRole() throws IOException {
        Golden.compare(StatusPage.write(Hosts.shadowed()), "page.html");
    }

    @Test
    void thePageBeforeTheFirstCycle() throws IOException {
        Golden.compare(StatusPage.write(Hosts.unknown()), "page.unknown.html");
    }

    @Test
    void textFromTheHostIsNeverMarkup() {
        String page = StatusPage.write(Hosts.saying("<script>alert('1')</script>\" onload=\"x\u001b[31m&"));

        assertThat(page)
                .contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot; onload=&quot;x\ufffd[31m&amp;")
                .doesNotContain("<script", "\" onload", "\u001b");
    }

    @Test
    void aLongNameIsCut() {
        assertThat(StatusPage.write(Hosts.saying("n".repeat(10_000)))).doesNotContain("n".repeat(1_001));
    }

    @Test
    void nothingIsFetchedFromElsewhere() {
        assertThat(StatusPage.write(Hosts.shadowed()))
                .doesNotContain("http://", "https://", "url(", "@import", "<script", " style=", " src=");
    }
}
