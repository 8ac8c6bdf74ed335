package org.eplatform.chat.accessibility;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.eplatform.chat.testsupport.Browser;
import org.eplatform.chat.testsupport.HostPage;
import org.eplatform.chat.testsupport.PackagedService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Nobody but the platform learns that somebody chats: a browser that does so asks the service and the login provider, and no one else.
class NoForeignHostIT {

    /// Links that make a browser look up or call another host before anybody asks for it.
    private static final String HINTS = """
            () => [...document.querySelectorAll('link')].filter(link => /dns-prefetch|preconnect|prefetch|preload|prerender|stylesheet|icon|manifest/.test(link.rel) && !link.href.startsWith('data:'))
              .map(link => new URL(link.href, location.href).origin)""";

    private static HostPage platform;
    private static PackagedService service;
    private static Browser browser;

    private final Queue<String> asked = new ConcurrentLinkedQueue<>();

    @BeforeAll
    static void start() throws IOException {
        platform = HostPage.start("bob", "carol", "dave");
        service = platform.chat();
        browser = new Browser();
    }

    @AfterAll
    static void stop() throws Exception {
        browser.close();
        platform.close();
    }

    @Test
    void everyRequestStaysWithTheServiceAndTheProvider() throws Exception {
        try (var context = browser.context(1280, 800, ColorScheme.LIGHT)) {
            record(context);
            asked.addAll(originsNamedBy(walk(context)));
        }
        assertThatOnlyAsked(originOf(service.address("/").toString()), service.issuer());
    }

    @Test
    void aPageWithTheChatInItAsksNobodyElseEither() throws Exception {
        try (var context = browser.context(1280, 800, ColorScheme.LIGHT)) {
            record(context);
            for (var document : List.of("index.html", "place.html")) {
                asked.addAll(originsNamedBy(visit(context, document)));
            }
        }
        assertThatOnlyAsked(originOf(service.address("/").toString()), service.issuer(), platform.origin());
    }

    private void assertThatOnlyAsked(String... ours) {
        assertThat(asked).as("the walk has asked for something").contains(originOf(service.address("/").toString()));
        assertThat(asked.stream().distinct().filter(origin -> !Set.of(ours).contains(origin))).isEmpty();
    }

    /// What is asked by the page, by its workers, and by its sockets.
    private void record(BrowserContext context) {
        context.onRequest(request -> {
            if (!request.url().matches("(data|blob):.*")) {
                asked.add(originOf(request.url()));
            }
        });
        context.onPage(page -> page.onWebSocket(socket -> asked.add(originOf(socket.url().replaceFirst("^ws", "http")))));
    }

    /// Login, list, thread, a message with a link and with an emoji, and the other languages.
    private static Page walk(BrowserContext context) {
        var page = Browser.logIn(context, service, "/chat/?with=bob", "Alice Adler");
        var composer = page.locator("chat-composer textarea");
        write(page, composer);
        page.reload();
        assertThat(page.getByRole(AriaRole.MAIN)).isVisible();
        return page;
    }

    /// Somebody else's page: a conversation with a link and an emoji in the panel of a button or in a place of the page, and the other languages.
    private static Page visit(BrowserContext context, String document) {
        var page = context.newPage();
        page.navigate(platform.address(document + "?user=alice"));
        if (document.startsWith("index")) {
            page.locator("chat-with[user=bob] a[role=button]").click();
        }
        write(page, page.locator("chat-composer textarea").first());
        return page;
    }

    private static void write(Page page, Locator composer) {
        composer.fill("Look: https://foreign.example/picture.png 🎉");
        composer.press("Enter");
        assertThat(page.locator("chat-history [data-seq]").first()).isVisible();
        assertThat(page.locator("chat-history .text a").first()).isVisible();
        page.locator("chat-composer .emoji").first().click();
        assertThat(page.locator("chat-emoji-picker")).isVisible();
        page.keyboard().press("Escape");
        for (var language : List.of("ar", "fr", "de")) {
            page.evaluate("language => document.documentElement.lang = language", language);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<String> originsNamedBy(Page page) throws IOException {
        return (List<String>) page.evaluate(HINTS);
    }

    private static String originOf(String url) {
        var uri = URI.create(url.replaceAll("[|{}]", ""));
        return uri.getScheme() + "://" + uri.getAuthority();
    }
}
