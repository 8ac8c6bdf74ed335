package org.eplatform.chat.benchmark;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import org.eplatform.chat.testsupport.Browser;

/// The page in a real browser that draws in software: opening a long conversation, a message that comes, and writing below many of them.
record PageSpeed(Bench bench, Server.Ours service) {

    private static final int READER = 20_008;
    private static final int WRITER = 20_009;
    private static final int HISTORY = 10_000;
    private static final int ROWS = 300;
    private static final int OPENINGS = 5;
    private static final int MESSAGES = 20;
    /// Between two messages. Asking the page whether one has come would be script too.
    private static final int APART_MS = 250;
    private static final String TEXT = "The quick brown fox jumps over the lazy dog. ".repeat(4);
    private static final int LIMIT_MS = 30_000;

    private static final Bar OPEN = new Bar(Bar.Kind.OURS_AT_MOST, 1_500);
    private static final Bar APPEND = new Bar(Bar.Kind.OURS_AT_MOST, 16);
    private static final Bar DROPPED = new Bar(Bar.Kind.OURS_AT_MOST, 0);

    private static final String FIND = """
            const all = root => [...root.querySelectorAll('*')].flatMap(e => [e, ...(e.shadowRoot ? all(e.shadowRoot) : [])])
            const history = all(document.body).find(e => e.localName === 'chat-history')
            const rows = () => [...(history?.renderRoot.querySelectorAll('[data-seq]') ?? [])]
            const frame = () => new Promise(requestAnimationFrame)
            """;
    /// Milliseconds from the click on the row until the newest message is drawn and the page answers to the next thing.
    private static final String OPEN_ROW = "async last => {" + FIND + """
            const row = all(document.body).find(e => e.matches('[role=option]'))
            const began = performance.now()
            row.click()
            for (;;) {
              await frame()
              const now = all(document.body).find(e => e.localName === 'chat-history')
              if (now?.renderRoot.querySelector(`[data-seq="${last}"]`)) break
              if (performance.now() - began > 30_000) throw new Error(`not open: ${now?.renderRoot.textContent}`)
            }
            await frame()
            await new Promise(done => setTimeout(done))
            return performance.now() - began }""";
    /// Scrolls up until so many messages are on the page, and back to the end.
    private static final String FILL = "async count => {" + FIND + """
            const scroller = history.renderRoot.querySelector('.scroller')
            const began = performance.now()
            while (rows().length < count) {
              scroller.scrollTop = 0
              await frame()
              if (performance.now() - began > 30_000) throw new Error(`only ${rows().length} messages`)
            }
            // The page that is still loading would keep the place otherwise.
            for (let n = 0; n < 60; n++) { scroller.scrollTop = scroller.scrollHeight; await frame() }
            return rows().length }""";
    private static final String FOLLOWED = "last => {" + FIND + """
            const scroller = history.renderRoot.querySelector('.scroller')
            return Number(rows().at(-1).dataset.seq) === last && scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 4 }""";

    void measure() {
        var conversation = bench.seed().pair(READER, WRITER);
        bench.seed().history(conversation, WRITER, HISTORY);
        bench.seed().read(conversation, READER);
        bench.seed().tidy();
        try (var browser = new Browser(); var context = browser.context(1280, 800, ColorScheme.LIGHT)) {
            var page = logIn(context.newPage());
            bench.attempt(Part.PAGE, "opening", () -> open(page));
            bench.attempt(Part.PAGE, "appending", () -> append(browser, page, conversation));
            bench.attempt(Part.PAGE, "typing", () -> type(browser, page));
        }
    }

    /// The provider asks who one is, and takes the answer in its address too.
    private Page logIn(Page page) {
        page.setDefaultTimeout(LIMIT_MS);
        page.navigate(address("/chat/"));
        page.navigate(page.url() + "&user=" + Seed.person(READER));
        page.locator("[role=option]").first().waitFor();
        return page;
    }

    private void open(Page page) {
        var millis = new double[OPENINGS];
        for (int i = 0; i < OPENINGS; i++) {
            page.navigate(address("/chat/"));
            page.locator("[role=option]").first().waitFor();
            millis[i] = ((Number) page.evaluate(OPEN_ROW, HISTORY)).doubleValue();
        }
        Arrays.sort(millis);
        bench.add(Part.PAGE, "opening %,d messages, click to interactive, median of %d".formatted(HISTORY, OPENINGS), "ms", millis[OPENINGS / 2], OPEN);
        bench.add(Part.PAGE, "the same, slowest", "ms", millis[OPENINGS - 1], OPEN);
    }

    private void append(Browser browser, Page page, UUID conversation) {
        page.evaluate(FILL, ROWS);
        var trace = trace("appending", browser, page, () -> {
            for (int i = 1; i <= MESSAGES; i++) {
                send(conversation, "m-" + i);
                page.waitForTimeout(APART_MS);
            }
        });
        if (!(boolean) page.evaluate(FOLLOWED, HISTORY + MESSAGES)) {
            throw new BenchmarkFailure("the page does not follow the conversation");
        }
        bench.add(Part.PAGE, "appending one below %d messages, scripting".formatted(ROWS), "ms", trace.scriptingMillis() / MESSAGES, APPEND);
        bench.add(Part.PAGE, "the same with the layout that script asks for", "ms", trace.scriptingAndLayoutMillis() / MESSAGES);
    }

    private void type(Browser browser, Page page) {
        page.locator("chat-composer textarea").click();
        var trace = trace("typing", browser, page, () -> page.keyboard().type(TEXT, new Keyboard.TypeOptions().setDelay(30)));
        bench.add(Part.PAGE, "typing %d characters below %d messages, dropped frames".formatted(TEXT.length(), ROWS), "frames", trace.droppedFrames(), DROPPED);
        bench.add(Part.PAGE, "a key stroke, scripting", "ms", trace.scriptingMillis() / TEXT.length());
    }

    /// What the browser recorded stays in the output's folder, to be opened in its developer tools.
    private static Trace trace(String what, Browser browser, Page page, Runnable run) {
        var recorded = browser.trace(page, run);
        try {
            Files.write(Benchmark.OUTPUT.resolve("page-" + what + "-trace.json"), recorded);
        } catch (IOException e) {
            throw new BenchmarkFailure("keeping a trace", e);
        }
        return Trace.of(recorded);
    }

    private void send(UUID conversation, String clientId) {
        var request = HttpRequest.newBuilder(service.address("/api/chat/conversations/" + conversation + "/add_message/")).timeout(Duration.ofSeconds(10))
                .header("Authorization", "Bearer " + service.token(Seed.person(WRITER))).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"clientId\":\"" + clientId + "\",\"body\":\"" + TEXT + "\"}")).build();
        try (var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 201) {
                throw new BenchmarkFailure("a message was answered with " + answer.statusCode());
            }
        } catch (IOException e) {
            throw new BenchmarkFailure("a message", e);
        } catch (InterruptedException e) {
            throw new BenchmarkFailure("interrupted", e);
        }
    }

    /// By the name for which browsers keep secure cookies without TLS.
    private String address(String path) {
        return URI.create("http://localhost:" + service.port() + path).toString();
    }
}
