package org.eplatform.chat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.eplatform.chat.testsupport.Browser;
import org.eplatform.chat.testsupport.PackagedService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the page at /chat/ does with the browser around it, at the packaged service.
class PageIT {

    /// In place of the browser's notifications, which a test cannot see; and with a focus that a test can take away.
    private static final String SPIES = """
            window.told = []
            window.looks = true
            document.hasFocus = () => window.looks
            window.Notification = class {
              static permission = 'default'
              static requestPermission = async () => (this.permission = 'granted')
              constructor(title, options) { Object.assign(this, { title, ...options }); window.told.push(this) }
              close() { this.closed = true }
            }
            window.lookAway = () => { window.looks = false; window.dispatchEvent(new Event('blur')) }
            """;

    private static PackagedService service;
    private static Browser browser;

    private final ConcurrentLinkedQueue<String> complaints = new ConcurrentLinkedQueue<>();
    private BrowserContext desk;
    private BrowserContext phone;

    @BeforeAll
    static void start() throws IOException {
        service = PackagedService.start();
        browser = new Browser();
        // What is waited for may start a service worker or log in first.
        PlaywrightAssertions.setDefaultAssertionTimeout(15_000);
        for (var person : new String[] {"alice", "bob", "carol", "dave"}) {
            service.get("/api/chat/conversations/", service.token(person));
        }
    }

    @AfterAll
    static void stop() throws Exception {
        browser.close();
        service.close();
    }

    @BeforeEach
    void twoDevices() {
        desk = browser.context(1440, 900, ColorScheme.LIGHT);
        phone = browser.context(360, 740, ColorScheme.DARK);
        desk.addInitScript("document.addEventListener('securitypolicyviolation', e => console.error('policy', e.violatedDirective, e.blockedURI))");
        desk.onConsoleMessage(message -> {
            if (message.type().equals("error") && message.text().startsWith("policy")) {
                complaints.add(message.text());
            }
        });
    }

    @AfterEach
    void putAway() {
        desk.close();
        phone.close();
        assertThat(complaints).as("violations of the page's policy").isEmpty();
    }

    @Test
    void aMessageElsewhereComesUpAndIsCountedInTitleAndIcon() {
        var alice = Browser.logIn(desk, service, "/chat/?with=bob", "Alice Adler");
        assertThat(thread(alice, "Bob Meyer")).isVisible();

        say(start("carol", "alice"), "carol", "t-1", "Lunch at one?");

        var notices = alice.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Notices"));
        assertThat(notices).containsText("Lunch at one?");
        assertThat(alice).hasTitle(Pattern.compile("^\\(\\d+\\) "));
        assertThat(alice.locator("link[rel=icon]")).hasAttribute("href", Pattern.compile("/chat/icons/\\d\\.svg"));
        Browser.shoot(alice, "toast-light");
        assertThat(alice.evaluate("async () => (await fetch(document.querySelector('link[rel=icon]').href)).status")).isEqualTo(200);
        notices.getByText("Lunch at one?").click();
        assertThat(thread(alice, "Carol Okafor")).isVisible();
        assertThat(notices).isHidden();
        assertThat(alice).hasTitle(Pattern.compile("^[^(]*$"));
        assertThat(alice.locator("link[rel=icon]")).hasAttribute("href", "/chat/icon.svg");
    }

    @Test
    void theBrowserTellsOnceThatSomebodyWritesAndOnlyWhileNobodyLooks() {
        desk.addInitScript(SPIES);
        var dave = Browser.logIn(desk, service, "/chat/?with=bob", "Dave");
        assertThat(thread(dave, "Bob Meyer")).isVisible();
        dave.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile(", your account$"))).click();
        dave.getByRole(AriaRole.SWITCH, new Page.GetByRoleOptions().setName("Notifications")).click();
        assertThat(dave.getByRole(AriaRole.SWITCH, new Page.GetByRoleOptions().setName("Show what messages say"))).isChecked();
        dave.keyboard().press("Escape");
        var carols = start("carol", "dave");

        // Two tabs, and somebody looks at one of them: it tells by itself.
        var second = desk.newPage();
        second.navigate(service.address("/chat/").toString());
        var row = second.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(Pattern.compile("^Carol Okafor")));
        dave.evaluate("lookAway()");
        say(carols, "carol", "n-1", "seen");
        assertThat(row).hasAttribute("aria-label", Pattern.compile("seen"));

        second.evaluate("lookAway()");
        say(carols, "carol", "n-2", "not seen");
        assertThat(row).hasAttribute("aria-label", Pattern.compile("not seen"));
        Awaitility.await("a notification").untilAsserted(() -> assertThat(told(dave, second)).containsExactly("Carol Okafor: not seen"));

        // It leads to the conversation, and is taken back once that is read.
        teller(dave, second).evaluate("told.at(-1).onclick()");
        assertThat(thread(teller(dave, second), "Carol Okafor")).isVisible();
        assertThat(teller(dave, second).evaluate("told.at(-1).closed")).isEqualTo(true);
    }

    @Test
    void thePageOpensWithoutANetworkAndSignsOutWithoutATrace() {
        var alice = Browser.logIn(desk, service, "/chat/?with=bob", "Alice Adler");
        assertThat(thread(alice, "Bob Meyer")).isVisible();
        alice.waitForFunction("async () => navigator.serviceWorker.controller && await caches.match('/chat/')");

        desk.setOffline(true);
        alice.reload();
        assertThat(search(alice)).isVisible();
        desk.setOffline(false);
        assertThat(thread(alice, "Bob Meyer")).containsText("Bob Meyer");

        alice.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile(", your account$"))).click();
        alice.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out")).click();
        assertThat(alice.getByText(Pattern.compile("Who are you\\?|You are signed out")).first()).isVisible();
        alice.navigate(service.address("/chat/signed-out").toString());
        assertThat(alice.evaluate("async () => [await caches.keys(), (await navigator.serviceWorker.getRegistrations()).length]")).isEqualTo(List.of(List.of(), 0));
    }

    @Test
    void backAndForwardOfTheBrowserGoThroughThePanes() {
        start("alice", "bob");
        start("alice", "carol");
        var alice = Browser.logIn(phone, service, "/chat/", "Alice Adler");
        row(alice, "Bob Meyer").click();
        assertThat(thread(alice, "Bob Meyer")).isVisible();

        alice.goBack();
        assertThat(search(alice)).isVisible();
        alice.goForward();
        assertThat(thread(alice, "Bob Meyer")).isVisible();

        // A link leads there directly; the way back then is the list, and not where the link was.
        alice.navigate(alice.url());
        assertThat(thread(alice, "Bob Meyer")).isVisible();
        alice.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Back to chats")).click();
        assertThat(row(alice, "Carol Okafor")).isVisible();
    }

    @Test
    void theKeyboardReachesEverything() {
        start("alice", "bob");
        start("alice", "carol");
        var alice = Browser.logIn(desk, service, "/chat/?with=bob", "Alice Adler");
        assertThat(composer(alice)).isFocused();

        alice.keyboard().press("Control+k");
        assertThat(search(alice)).isFocused();
        alice.keyboard().type("carol");
        alice.keyboard().press("Enter");
        assertThat(thread(alice, "Carol Okafor")).isVisible();
        assertThat(composer(alice)).isFocused();
        alice.keyboard().press("Alt+ArrowDown");
        assertThat(thread(alice, "Carol Okafor")).isHidden();
        alice.keyboard().press("Alt+ArrowUp");
        assertThat(thread(alice, "Carol Okafor")).isVisible();
        alice.keyboard().press("F6");
        assertThat(row(alice, "Carol Okafor")).isFocused();
        alice.keyboard().press("F6");
        assertThat(composer(alice)).isFocused();

        alice.keyboard().press("Control+/");
        assertThat(alice.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Keyboard shortcuts"))).isVisible();
        Browser.shoot(alice, "shortcuts-light");
        alice.keyboard().press("Escape");
        assertThat(composer(alice)).isFocused();
    }

    @Test
    void theListIsAsWideAsItWasLeft() {
        var alice = Browser.logIn(desk, service, "/chat/", "Alice Adler");
        var edge = alice.getByRole(AriaRole.SEPARATOR, new Page.GetByRoleOptions().setName("Width of the list"));
        assertThat(edge).hasAttribute("aria-valuenow", "320");

        var box = edge.boundingBox();
        alice.mouse().move(box.x + 3, 400);
        alice.mouse().down();
        alice.mouse().move(box.x + 63, 400);
        alice.mouse().up();
        assertThat(edge).hasAttribute("aria-valuenow", Pattern.compile("38\\d"));
        alice.reload();

        assertThat(edge).hasAttribute("aria-valuenow", Pattern.compile("38\\d"));
        assertThat(alice.locator("chat-list").boundingBox().width).isBetween(375.0, 390.0);
    }

    /// The tab that has told of something.
    private static Page teller(Page... tabs) {
        for (var tab : tabs) {
            if ((int) tab.evaluate("told.length") > 0) {
                return tab;
            }
        }
        throw new AssertionError("no tab has told of anything");
    }

    private static List<String> told(Page... tabs) {
        return Stream.of(tabs).flatMap(tab -> ((List<?>) tab.evaluate("told.map(one => `${one.title}: ${one.body}`)")).stream()).map(String.class::cast).toList();
    }

    private static String start(String person, String other) {
        return service.post("/api/chat/conversations/start_conversation/", service.token(person), "{\"userId\":\"" + other + "\"}").body()
                .replaceFirst("^\\{\"id\":\"([^\"]+)\".*", "$1");
    }

    private static void say(String conversation, String person, String clientId, String text) {
        var answer = service.post("/api/chat/conversations/" + conversation + "/add_message/", service.token(person),
                "{\"clientId\":\"" + clientId + "\",\"body\":\"" + text + "\"}");
        assertThat(answer.statusCode()).isEqualTo(201);
    }

    private static Locator composer(Page page) {
        return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Write a message"));
    }

    private static Locator search(Page page) {
        return page.getByRole(AriaRole.SEARCHBOX, new Page.GetByRoleOptions().setName("Search people"));
    }

    private static Locator thread(Page page, String name) {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Conversation with " + name));
    }

    private static Locator row(Page page, String name) {
        return page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(Pattern.compile("^" + name)));
    }
}
