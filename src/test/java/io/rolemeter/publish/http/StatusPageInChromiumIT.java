package io.rolemeter.publish.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rolemeter.InstalledProgram;
import io.rolemeter.browser.Browser;
import io.rolemeter.model.Diagnosis;
import io.rolemeter.publish.Hosts;
import io.rolemeter.publish.http.access.Door;
import io.rolemeter.publish.http.access.Protection;
import io.rolemeter.publish.metrics.BuildInfo;
import io.rolemeter.publish.metrics.Metrics;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The page as a browser shows it; what it looked like is kept in {@code target/screenshots}. */
class StatusPageInChromiumIT {
    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final int PHONE = 390;
    private static final int DESK = 1280;

    /** The page renews itself on purpose: somebody watches it while he mends the host. */
    private static final String AXE = "axe.run(document, {rules: {'meta-refresh': {enabled: false}}}).then(found =>"
            + " found.passes.some(rule => rule.id === 'color-contrast')"
            + " ? found.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html + ' ' + n.failureSummary).join('; '))"
            + " : ['the contrast was not judged'])";

    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.start(InstalledProgram.require("chromium", "look at the page"));
        Files.createDirectories(SCREENSHOTS);
    }

    @AfterAll
    static void stop() throws IOException {
        if (browser != null) {
            browser.close();
        }
    }

    static Stream<Arguments> views() {
        List<Arguments> views = new ArrayList<>();
        for (int width : new int[] {PHONE, DESK}) {
            for (boolean dark : new boolean[] {false, true}) {
                Browser.View view = new Browser.View(width, dark);
                views.add(Arguments.of("healthy", Hosts.healthy(), view));
                views.add(Arguments.of("shadowed", Hosts.shadowed(), view));
                views.add(Arguments.of("blind", Hosts.blind(), view));
            }
        }
        return views.stream();
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("views")
    void aPageIsWholeQuietAndReadable(String name, Diagnosis diagnosis, Browser.View view) throws IOException {
        try (WebServer server = serve(diagnosis)) {
            URI page = open(server, view);
            String file = name + "-" + view.width() + (view.dark() ? "-dark" : "-light") + ".png";
            Files.write(SCREENSHOTS.resolve(file), browser.screenshot());

            assertThat(browser.complaints()).isEmpty();
            assertThat(browser.requests()).containsExactly(page.toString());
            assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
                    .isEqualTo(view.width());
            assertThat(text("getComputedStyle(document.body).backgroundColor"))
                    .isEqualTo(view.dark() ? "rgb(16, 20, 24)" : "rgb(244, 245, 247)");
            assertThat(accessibilityProblems()).isEmpty();
        }
    }

    @Test
    void whatTheHostSaysIsTextAndNothingElse() throws IOException {
        String hostile =
                "<script>document.title='owned'</script>\"'><img src=//192.0.2.1/x onerror=alert(1)>\u202e\u0007";
        try (WebServer server = serve(Hosts.saying(hostile))) {
            URI page = open(server, new Browser.View(PHONE, false));

            assertThat(text("document.title")).startsWith("CRITICAL – <script>document.title='owned'</script>");
            assertThat(browser.evaluate("document.scripts.length + document.images.length")
                            .asInt())
                    .isZero();
            assertThat(text("document.body.innerText"))
                    .contains(
                            "<script>document.title='owned'</script>\"'><img src=//192.0.2.1/x onerror=alert(1)>\ufffd\ufffd");
            assertThat(browser.requests()).containsExactly(page.toString());
            assertThat(browser.complaints()).isEmpty();
            assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
                    .isEqualTo(PHONE);
        }
    }

    @Test
    void aLongNameDoesNotWidenThePage() throws IOException {
        try (WebServer server = serve(Hosts.saying("n".repeat(10_000)))) {
            open(server, new Browser.View(PHONE, true));

            assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
                    .isEqualTo(PHONE);
        }
    }

    @Test
    void aTapOnACommandSelectsAllOfItAndNothingElse() throws IOException {
        try (WebServer server = serve(Hosts.shadowed())) {
            open(server, new Browser.View(PHONE, false));

            assertThat(text("Array.from(document.querySelectorAll('.command'), c => c.textContent).join('|')"))
                    .isEqualTo("pm2 delete api|pm2 save");
            assertThat(text("getComputedStyle(document.querySelector('.command')).userSelect"))
                    .isEqualTo("all");
        }
    }

    /** The README's pictures: written anew with {@code -Dgolden.update}, and else only looked for. */
    @Test
    void theReadmeShowsThePage() throws IOException {
        for (Picture picture : List.of(
                new Picture("page.png", new Browser.View(1000, false), 700),
                new Picture("page-phone.png", new Browser.View(PHONE, true), 900))) {
            if (System.getProperty("golden.update") != null) {
                try (WebServer server = serve(Hosts.shadowed())) {
                    open(server, picture.view());
                    Files.write(picture.file(), browser.screenshot(picture.height()));
                }
            }
            assertThat(picture.file())
                    .isRegularFile()
                    .satisfies(file -> assertThat(Files.size(file)).isBetween(10_000L, 150_000L));
            assertThat(Files.readString(Path.of("README.md")))
                    .contains(picture.file().toString());
        }
    }

    private record Picture(String name, Browser.View view, int height) {
        Path file() {
            return Path.of("src/docs", name);
        }
    }

    private static WebServer serve(Diagnosis diagnosis) throws IOException {
        return WebServer.open(
                "127.0.0.1", 0, new Door(Protection.NONE), new Metrics(BuildInfo.current(), diagnosis), diagnosis);
    }

    private static URI open(WebServer server, Browser.View view) throws IOException {
        URI page = URI.create("http://127.0.0.1:" + server.address().getPort() + "/");
        browser.open(page, view);
        return page;
    }

    private static String text(String expression) throws IOException {
        return browser.evaluate(expression).asText();
    }

    private static List<String> accessibilityProblems() throws IOException {
        browser.evaluate(axe());
        List<String> problems = new ArrayList<>();
        for (JsonNode problem : browser.evaluate(AXE)) {
            problems.add(problem.asText());
        }
        return problems;
    }

    private static String axe() throws IOException {
        try (InputStream script = StatusPageInChromiumIT.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script, "axe.min.js").readAllBytes(), StandardCharsets.UTF_8)
                    + ";0";
        }
    }
}
