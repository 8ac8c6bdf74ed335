package org.eplatform.chat.accessibility;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.eplatform.chat.testsupport.Browser;
import org.eplatform.chat.testsupport.PackagedService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The way to a person, a message and its repair without a mouse, at the packaged service.
class KeyboardIT {

    private static PackagedService service;
    private static Browser browser;

    private final AtomicBoolean refusing = new AtomicBoolean();
    private BrowserContext desk;
    private Page page;
    private Keys keys;

    @BeforeAll
    static void start() throws IOException {
        service = PackagedService.start();
        browser = new Browser();
        for (var person : new String[] {"alice", "bob", "carol"}) {
            service.get("/api/chat/conversations/", service.token(person));
        }
    }

    @AfterAll
    static void stop() throws Exception {
        browser.close();
        service.close();
    }

    /// A picture of where the way ended, for when it ended too early.
    @AfterEach
    void getUp() {
        Browser.shoot(page, "keyboard");
        desk.close();
    }

    @BeforeEach
    void sitDown() {
        desk = browser.context(1280, 800, ColorScheme.LIGHT);
        desk.route(url -> url.contains("platform.example"), route -> route.fulfill(new Route.FulfillOptions().setBody("the plans")));
        desk.routeWebSocket(Pattern.compile(".*/ws/chat/.*"), socket -> {
            var server = socket.connectToServer();
            socket.onMessage(frame -> {
                var command = frame.text();
                if (command.contains("\"message.send\"") && refusing.get()) {
                    var id = command.replaceFirst(".*\"id\":\"([^\"]+)\".*", "$1");
                    socket.send("{\"type\":\"error\",\"id\":\"" + id + "\",\"code\":\"internal\",\"detail\":\"not now\",\"retryAfterMs\":1}");
                } else {
                    server.send(command);
                }
            });
        });
        page = desk.newPage();
        keys = new Keys(page);
    }

    @Test
    void fromTheLoginToALinkInAMessageByKeysAlone() {
        page.navigate(service.address("/chat/").toString());
        keys.goTo(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Alice Adler")), "Tab").press("Enter");

        // Find a person, and write.
        page.locator("chat-list .placeholder").waitFor();
        keys.goTo(page.locator("chat-list input"), "Tab").type("carol");
        var carol = page.locator("chat-list [role=option]").filter(new Locator.FilterOptions().setHasText("Carol"));
        carol.waitFor();
        keys.press("ArrowDown").isAt(carol).press("Enter").isAt(composer()).type("The plans: https://platform.example/plans").press("Enter");
        assertThat(message("The plans:")).hasAttribute("data-state", Pattern.compile("sent|delivered"));
        assertThat(composer()).hasValue("");
        keys.isAt(composer());

        // One on which the service breaks again and again is tried again; then one goes on writing.
        refusing.set(true);
        keys.type("And this one").press("Enter");
        assertThat(message("And this one")).hasAttribute("data-state", "failed");
        refusing.set(false);
        keys.goTo(message("And this one").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Try again")), "Shift+Tab").press("Enter");
        assertThat(message("And this one")).hasAttribute("data-state", Pattern.compile("sent|delivered"));
        keys.isAt(composer());

        // Back in the messages, and into one: its link opens, and Escape leads out again.
        keys.goTo(page.locator("chat-history [data-key][tabindex='0']"), "Shift+Tab").press("Home").isAt(message("The plans:")).press("Enter");
        var link = message("The plans:").getByRole(AriaRole.LINK);
        keys.isAt(link);
        desk.waitForPage(() -> keys.press("Enter")).close();
        page.bringToFront();
        keys.isAt(link).press("Escape").isAt(message("The plans:"));
    }

    private Locator composer() {
        return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Write a message"));
    }

    private Locator message(String text) {
        return page.locator("chat-history [data-key]").filter(new Locator.FilterOptions().setHasText(text));
    }
}
