package io.rolemeter.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Chromium without a window, with a profile of its own, that resolves no host name: nothing but loopback addresses can be reached. */
public final class Browser implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);

    private final Process process;
    private final Path profile;
    private final DevTools tools;
    private final String session;

    /** How a page is looked at. */
    public record View(int width, boolean dark) {}

    private Browser(Process process, Path profile, DevTools tools, String session) {
        this.process = process;
        this.profile = profile;
        this.tools = tools;
        this.session = session;
    }

    public static Browser start(Path program) throws IOException {
        Path profile = Files.createTempDirectory("browser");
        List<String> command = List.of(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(profile.resolve("output").toFile())
                .start();
        try {
            DevTools tools = new DevTools(address(process, profile.resolve("DevToolsActivePort")));
            String target = tools.ask(
                            "", "Target.createTarget", DevTools.parameters().put("url", "about:blank"))
                    .path("targetId")
                    .asText();
            String session = tools.ask(
                            "",
                            "Target.attachToTarget",
                            DevTools.parameters().put("targetId", target).put("flatten", true))
                    .path("sessionId")
                    .asText();
            Browser browser = new Browser(process, profile, tools, session);
            for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
                browser.ask(domain + ".enable", DevTools.parameters());
            }
            return browser;
        } catch (IOException | RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private static URI address(Process process, Path file) throws IOException {
        long deadline = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < deadline && process.isAlive()) {
            if (Files.exists(file)) {
                List<String> lines = Files.readAllLines(file);
                if (lines.size() == 2) {
                    return URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1));
                }
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        throw new IOException("the browser did not start: " + Files.readString(file.resolveSibling("output")));
    }

    /** Loads the page, and forgets what the one before it said. */
    public void open(URI address, View view) throws IOException {
        ask(
                "Emulation.setDeviceMetricsOverride",
                DevTools.parameters()
                        .put("width", view.width())
                        .put("height", 800)
                        .put("deviceScaleFactor", 1)
                        .put("mobile", view.width() < 600));
        ObjectNode media = DevTools.parameters();
        media.putArray("features")
                .addObject()
                .put("name", "prefers-color-scheme")
                .put("value", view.dark() ? "dark" : "light");
        ask("Emulation.setEmulatedMedia", media);
        tools.forgetEvents();
        ask("Page.navigate", DevTools.parameters().put("url", address.toString()));
        tools.awaitEvent("Page.loadEventFired", event -> true);
    }

    /** What an expression, or the promise that it gives, comes to. */
    public JsonNode evaluate(String expression) throws IOException {
        JsonNode answer = ask(
                "Runtime.evaluate",
                DevTools.parameters()
                        .put("expression", expression)
                        .put("returnByValue", true)
                        .put("awaitPromise", true));
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(answer.path("exceptionDetails").toString());
        }
        return answer.path("result").path("value");
    }

    /** The whole page, as PNG. */
    public byte[] screenshot() throws IOException {
        return screenshot(Integer.MAX_VALUE);
    }

    /** No more of it than the uppermost so many pixels. */
    public byte[] screenshot(int height) throws IOException {
        JsonNode size = ask("Page.getLayoutMetrics", DevTools.parameters()).path("cssContentSize");
        ObjectNode parameters = DevTools.parameters().put("format", "png").put("captureBeyondViewport", true);
        parameters
                .putObject("clip")
                .put("x", 0)
                .put("y", 0)
                .put("width", size.path("width").asInt())
                .put("height", Math.min(height, size.path("height").asInt()))
                .put("scale", 1);
        return Base64.getDecoder()
                .decode(ask("Page.captureScreenshot", parameters).path("data").asText());
    }

    /** The address of everything that the page asked for, itself included. */
    public List<String> requests() {
        return tools.events("Network.requestWillBeSent").stream()
                .map(event -> event.path("request").path("url").asText())
                .toList();
    }

    /** Whatever the page wrote to the console or broke, violations of its security policy included. */
    public List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        tools.events("Log.entryAdded")
                .forEach(
                        event -> complaints.add(event.path("entry").path("text").asText()));
        tools.events("Runtime.consoleAPICalled").forEach(event -> complaints.add(event.toString()));
        tools.events("Runtime.exceptionThrown").forEach(event -> complaints.add(event.toString()));
        return complaints;
    }

    private JsonNode ask(String method, ObjectNode parameters) throws IOException {
        return tools.ask(session, method, parameters);
    }

    @Override
    public void close() throws IOException {
        try {
            tools.ask("", "Browser.close", DevTools.parameters());
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            tools.close();
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            delete(profile);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
