package org.eplatform.chat.accessibility;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
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
import org.eplatform.chat.testsupport.PackagedService;
import org.junit.jupiter.api.Test;

/// Nobody but the platform learns that somebody chats: a browser that does so asks the service and the login provider, and no one else.
class NoForeignHostIT {

    /// Links that make a browser look up or call another host before anybody asks for it.
    private static final String HINTS = """
            () => [...document.querySelectorAll('link')].filter(link => /dns-prefetch|preconnect|prefetch|preload|prerender|stylesheet|icon|manifest/.test(link.rel))
              .map(link => new URL(link.href, location.href).origin)""";

    private final Queue<String> asked = new ConcurrentLinkedQueue<>();

    @Test
    void everyRequestStaysWithTheServiceAndTheProvider() throws Exception {
        try (var service = PackagedService.start(); var browser = new Browser()) {
            service.get("/api/chat/conversations/", service.token("bob"));
            try (var context = browser.context(1280, 800, ColorScheme.LIGHT)) {
                record(context);
                var page = walk(context, service);
                asked.addAll(originsNamedBy(page));
            }
            var ours = Set.of(originOf(service.address("/").toString()), service.issuer());
            assertThat(asked).as("the walk has asked for something").contains(originOf(service.address("/").toString()));
            assertThat(asked.stream().distinct().filter(origin -> !ours.contains(origin))).isEmpty();
        }
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
    private static Page walk(BrowserContext context, PackagedService service) {
        var page = Browser.logIn(context, service, "/chat/?with=bob", "Alice Adler");
        var composer = page.locator("chat-composer textarea");
        composer.fill("Look: https://foreign.example/picture.png 🎉");
        composer.press("Enter");
        assertThat(page.locator("chat-history [data-seq]").first()).isVisible();
        assertThat(page.locator("chat-history .text a").first()).isVisible();
        var picker = page.locator("chat-composer [aria-haspopup]");
        if (picker.count() > 0) {
            picker.first().click();
            page.keyboard().press("Escape");
        }
        for (var language : List.of("ar", "fr", "de")) {
            page.evaluate("language => document.documentElement.lang = language", language);
        }
        page.reload();
        assertThat(page.getByRole(AriaRole.MAIN)).isVisible();
        return page;
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
