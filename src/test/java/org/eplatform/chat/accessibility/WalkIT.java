package org.eplatform.chat.accessibility;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.eplatform.chat.testsupport.Browser;
import org.eplatform.chat.testsupport.PackagedService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A walk through the chat at the packaged service. Its pictures are left in `target/walk`; those of docs/walk.md are copies.
class WalkIT {

    private static final AtomicInteger SAID = new AtomicInteger();

    private static PackagedService service;
    private static Browser browser;

    @BeforeAll
    static void aMorningAtThePlatform() throws IOException {
        service = PackagedService.start();
        browser = new Browser();
        List.of("alice", "bob", "carol", "dave", "erin").forEach(person -> service.get("/api/chat/conversations/", service.token(person)));
        talk("dave", "dave: The delivery is here, three boxes.", "alice: Wonderful, I will come down after lunch.", "dave: No hurry, they are in the storage room.");
        talk("carol", "carol: Could you look over my draft for the newsletter?", "alice: Sure, send it over.", "carol: https://platform.example/drafts/newsletter-march",
                "carol: The part about the opening hours is new.");
        talk("bob", "bob: Good morning, Alice! Did the venue answer?", "alice: Yes, we have the big room for Thursday, from nine to four.",
                "bob: Perfect. Is there a projector, or shall I bring ours?", "alice: They have one. I would take the adapter along, just in case.",
                "bob: Adapter and the printed plans, then. I uploaded the last version: https://platform.example/plans/42",
                "alice: Read it on the train. The north wing looks so much better now!", "bob: Thank you. That was Carol's idea.");
    }

    @AfterAll
    static void stop() throws Exception {
        browser.close();
        service.close();
    }

    @Test
    void listAndThreadInBothThemes() {
        try (var bobs = context(1280, 720, ColorScheme.LIGHT)) {
            Browser.logIn(bobs, service, "/chat/", "Bob Meyer");
            for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                try (var alices = context(1280, 720, scheme)) {
                    var page = Browser.logIn(alices, service, "/chat/", "Alice Adler");
                    assertThat(page.locator("chat-list .row")).hasCount(3);
                    if (scheme == ColorScheme.LIGHT) {
                        shoot(page, "list");
                    }
                    openBob(page);
                    shoot(page, scheme == ColorScheme.LIGHT ? "thread" : "dark");
                }
            }
        }
    }

    @Test
    void whatIsWrittenOfflineWaits() {
        var sockets = new ConcurrentLinkedQueue<WebSocketRoute>();
        try (var context = context(1280, 720, ColorScheme.LIGHT)) {
            context.routeWebSocket(Pattern.compile(".*/ws/chat/.*"), socket -> {
                sockets.add(socket);
                socket.connectToServer();
            });
            var page = Browser.logIn(context, service, "/chat/", "Alice Adler");
            openBob(page);
            context.setOffline(true);
            sockets.forEach(WebSocketRoute::close);
            write(page, "I am in the tunnel now,");
            write(page, "this will reach you on the other side.");
            assertThat(page.locator("chat-history [data-state=queued]")).hasCount(2);
            page.locator("chat-thread chat-connection p").waitFor();
            shoot(page, "offline");

            context.setOffline(false);
            assertThat(page.locator("chat-history [data-seq]").last()).containsText("on the other side");
        }
    }

    @Test
    void whatIsRefusedSaysSo() {
        try (var context = context(1280, 720, ColorScheme.LIGHT)) {
            context.routeWebSocket(Pattern.compile(".*/ws/chat/.*"), socket -> {
                var server = socket.connectToServer();
                socket.onMessage(frame -> {
                    var id = frame.text().replaceFirst(".*\"id\":\"([^\"]+)\".*", "$1");
                    if (frame.text().contains("\"message.send\"")) {
                        socket.send("{\"type\":\"error\",\"id\":\"" + id + "\",\"code\":\"forbidden\",\"detail\":\"not now\"}");
                    } else {
                        server.send(frame.text());
                    }
                });
            });
            var page = Browser.logIn(context, service, "/chat/", "Alice Adler");
            openBob(page);
            write(page, "Shall we ask the others, too?");
            page.locator("chat-history [data-state=failed], chat-history [data-state=rejected]").first().waitFor();
            shoot(page, "failed");
        }
    }

    @Test
    void onAPhone() {
        try (var context = browser.context(new NewContextOptions().setViewportSize(390, 780).setDeviceScaleFactor(1.5).setColorScheme(ColorScheme.LIGHT)
                .setLocale("en-GB").setHasTouch(true).setIsMobile(true))) {
            var page = Browser.logIn(context, service, "/chat/", "Alice Adler");
            openBob(page);
            shoot(page, "phone");
        }
    }

    @Test
    void fromRightToLeft() {
        try (var context = browser.context(new NewContextOptions().setViewportSize(1280, 720).setColorScheme(ColorScheme.LIGHT).setLocale("ar"))) {
            var page = Browser.logIn(context, service, "/chat/", "Alice Adler");
            assertThat(page.locator("html")).hasAttribute("dir", "rtl");
            openBob(page);
            shoot(page, "rtl");
        }
    }

    private static BrowserContext context(int width, int height, ColorScheme scheme) {
        return browser.context(width, height, scheme);
    }

    private static void openBob(Page page) {
        page.locator("chat-list .row").filter(new Locator.FilterOptions().setHasText("Bob Meyer")).click();
        assertThat(page.locator("chat-history [data-seq]").filter(new Locator.FilterOptions().setHasText("Carol's idea"))).isVisible();
        // What finds the addresses comes after the messages.
        assertThat(page.locator("chat-history .text a").first()).isVisible();
    }

    private static void write(Page page, String text) {
        page.locator("chat-composer textarea").fill(text);
        page.locator("chat-composer textarea").press("Enter");
    }

    /// The connection has had its moment, and nothing moves any more.
    private static void shoot(Page page, String name) {
        page.waitForFunction("() => document.fonts.status === 'loaded'");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/walk", name + ".png")).setAnimations(ScreenshotAnimations.DISABLED));
    }

    private static void talk(String other, String... lines) {
        var conversation = service.post("/api/chat/conversations/start_conversation/", service.token("alice"), "{\"userId\":\"" + other + "\"}").body()
                .replaceFirst("^\\{\"id\":\"([^\"]+)\".*", "$1");
        for (var line : lines) {
            var said = line.split(": ", 2);
            var answer = service.post("/api/chat/conversations/" + conversation + "/add_message/", service.token(said[0]),
                    "{\"clientId\":\"walk-" + SAID.incrementAndGet() + "\",\"body\":\"" + said[1] + "\"}");
            assertThat(answer.statusCode()).isEqualTo(201);
        }
    }
}
