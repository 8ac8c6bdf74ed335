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
import java.util.stream.IntStream;
import org.eplatform.chat.testsupport.Browser;
import org.eplatform.chat.testsupport.PackagedService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What somebody does at the chat without a mouse, at the packaged service.
class KeyboardIT {

    private static final Pattern SENT = Pattern.compile("sent|delivered|read");

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
        for (var person : new String[] {"alice", "bob", "carol", "dave"}) {
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

        triesAgain();
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

    @Test
    void aDayInALongConversationByKeysAlone() {
        var carols = conversation("carol", "bob");
        say(conversation("dave", "bob"), "dave", "Good morning!");
        IntStream.rangeClosed(1, 120).forEach(number -> say(carols, "carol", "line " + number + " of many"));

        page.navigate(service.address("/chat/").toString());
        keys.goTo(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Bob Meyer")), "Tab").press("Enter");
        findsAPerson();
        readsWhatIsOlder();
        writesAndTriesAgain();
        hearsOfSomethingElsewhere();
        choosesAndLeaves();
    }

    private void findsAPerson() {
        var rows = page.locator("chat-list [role=option]");
        rows.first().waitFor();
        keys.goTo(page.locator("chat-list input"), "Tab").type("a");
        assertThat(rows.nth(1)).containsText("Dave");
        keys.press("ArrowDown").isAt(rows.nth(0)).press("ArrowDown").isAt(rows.nth(1)).press("ArrowUp").isAt(rows.nth(0));
        assertThat(rows.nth(0)).containsText("Carol");
        keys.press("Enter").isAt(composer());
        assertThat(conversationWith("Carol")).isVisible();
    }

    /// Home goes to the oldest message that is here, and that brings those before it.
    private void readsWhatIsOlder() {
        keys.goTo(tabStop(), "Shift+Tab");
        page.waitForCondition(() -> {
            keys.press("Home");
            return page.locator("chat-history [data-seq='1']").count() == 1;
        });
        keys.press("Home").isAt(message("line 1 of many")).press("ArrowDown").isAt(message("line 2 of many"));
        keys.press("End").isAt(message("line 120 of many")).goTo(composer(), "Tab");
    }

    /// One on which the service breaks again and again is tried again; then one goes on writing.
    private void triesAgain() {
        refusing.set(true);
        keys.type("And this one").press("Enter");
        assertThat(message("And this one")).hasAttribute("data-state", "failed");
        refusing.set(false);
        keys.goTo(message("And this one").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Try again")), "Shift+Tab").press("Enter");
    }

    private void writesAndTriesAgain() {
        keys.type("In the morning.").press("Enter");
        assertThat(message("In the morning.")).hasAttribute("data-state", SENT);
        assertThat(composer()).hasValue("");
        keys.isAt(composer());

        triesAgain();
        assertThat(message("And this one")).hasAttribute("data-state", SENT);
        keys.isAt(composer());
    }

    /// F6 leads to the notices, Enter to what one tells of, Alt and an arrow to the next chat.
    private void hearsOfSomethingElsewhere() {
        say(conversation("dave", "bob"), "dave", "Lunch?");
        var notice = page.locator("chat-toasts .open");
        notice.waitFor();
        keys.goTo(page.locator("chat-toasts section"), "F6").goTo(notice, "Tab").press("Enter").isAt(composer());
        assertThat(conversationWith("Dave")).isVisible();

        keys.press("Alt+ArrowDown").isAt(composer());
        assertThat(conversationWith("Carol")).isVisible();
        keys.press("Alt+ArrowUp").isAt(composer());
        assertThat(conversationWith("Dave")).isVisible();
    }

    private void choosesAndLeaves() {
        var account = page.locator("chat-profile .self");
        keys.goTo(account, "Shift+Tab").press("Enter");
        var menu = page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Account"));
        assertThat(menu).isVisible();
        var sound = menu.getByRole(AriaRole.SWITCH, new Locator.GetByRoleOptions().setName("Sound"));
        keys.goTo(sound, "Tab").press("Space");
        assertThat(sound).isChecked();
        keys.press("Escape").isAt(account).press("Enter");
        assertThat(sound).isChecked();
        keys.goTo(menu.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Sign out")), "Tab").press("Enter");
        assertThat(page.getByText("Who are you?")).isVisible();
    }

    /// The one message that the Tab key stops at.
    private Locator tabStop() {
        return page.locator("chat-history [data-key][tabindex='0']");
    }

    private Locator conversationWith(String name) {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(Pattern.compile("^Conversation with " + name)));
    }

    private Locator composer() {
        return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Write a message"));
    }

    private Locator message(String text) {
        return page.locator("chat-history [data-key]").filter(new Locator.FilterOptions().setHasText(text));
    }

    private static String conversation(String person, String other) {
        return service.post("/api/chat/conversations/start_conversation/", service.token(person), "{\"userId\":\"" + other + "\"}").body()
                .replaceFirst("^\\{\"id\":\"([^\"]+)\".*", "$1");
    }

    private static void say(String conversation, String person, String text) {
        service.post("/api/chat/conversations/" + conversation + "/add_message/", service.token(person),
                "{\"clientId\":\"k-" + Integer.toHexString(text.hashCode()) + "\",\"body\":\"" + text + "\"}");
    }
}
