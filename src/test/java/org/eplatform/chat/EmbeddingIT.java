package org.eplatform.chat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.eplatform.chat.testsupport.Browser;
import org.eplatform.chat.testsupport.HostPage;
import org.eplatform.chat.testsupport.PackagedService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The chat inside the pages of a platform of another site, which has a strict policy and a style of its own.
class EmbeddingIT {

    private static HostPage platform;
    private static PackagedService service;
    private static Browser browser;

    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
    private final Queue<String> requests = new ConcurrentLinkedQueue<>();
    private BrowserContext desk;
    private BrowserContext other;

    @BeforeAll
    static void start() throws IOException {
        platform = HostPage.start("alice", "bob", "carol", "dave", "erin");
        service = platform.chat();
        browser = new Browser();
    }

    @AfterAll
    static void stop() throws Exception {
        browser.close();
        platform.close();
    }

    @BeforeEach
    void twoDevices() {
        desk = watched(1440, 900);
        other = watched(1440, 900);
    }

    /// Whatever a test does, no page is told off by its own policy, writes an error, or asks anybody but the two of them.
    @AfterEach
    void nobodyComplained() {
        desk.close();
        other.close();
        assertThat(complaints).isEmpty();
        assertThat(requests).isNotEmpty().allMatch(url -> url.startsWith(platform.origin()) || url.startsWith(service.publicAddress("/").toString()) || url.contains("/avatars/"));
    }

    @Test
    void aButtonOnAProfileOpensAConversationAndTwoPeopleTalk() {
        var alice = visit(desk, "index.html?user=alice");
        var bob = visit(other, "place.html?user=bob");

        button(alice, "Message Bob").click();
        assertThat(panel(alice)).isVisible();
        assertThat(composer(panel(alice))).isFocused();
        write(panel(alice), "Are you in at ten?");

        assertThat(launcher(bob)).hasAccessibleName(Pattern.compile("Chat, \\d+ unread"));
        launcher(bob).click();
        panel(bob).getByRole(AriaRole.OPTION, new Locator.GetByRoleOptions().setName(Pattern.compile("Alice Adler"))).click();
        assertThat(panel(bob).getByText("Are you in at ten?").last()).isVisible();
        write(panel(bob), "Yes, room 4.");
        assertThat(panel(alice).getByText("Yes, room 4.").last()).isVisible();
        Browser.shoot(alice, "embed-panel-1440");
        Browser.shoot(bob, "embed-launcher-1440");

        alice.keyboard().press("Escape");
        assertThat(panel(alice)).isHidden();
        assertThat(button(alice, "Message Bob")).isFocused();
    }

    @Test
    void presenceAndUnreadFollow() {
        var alice = visit(desk, "index.html?user=alice");
        assertThat(alice.locator("chat-presence[user=bob]")).hasText(Pattern.compile("offline|last seen|just now"));
        assertThat(alice.locator("header chat-unread")).not().containsText(Pattern.compile("\\d"));

        var bob = visit(other, "index.html?user=bob");
        assertThat(alice.locator("chat-presence[user=bob]")).containsText("online");
        assertThat(bob.locator("chat-with[user=bob]")).isHidden();
        say("bob", "alice", "presence-1", "Are you there?");
        assertThat(button(alice, "Message Bob")).hasAccessibleName(Pattern.compile("Message Bob ?, online, \\d+ unread"));
        assertThat(alice.locator("header chat-unread")).containsText("unread");

        other.close();
        assertThat(alice.locator("chat-presence[user=bob]")).hasText(Pattern.compile("last seen|just now|ago"));
    }

    @Test
    void whatNobodyHasBeforeThemStaysUnread() {
        var page = visit(desk, "place.html?user=erin");
        page.setViewportSize(1440, 500);
        var panel = page.locator("chat-panel");
        var messages = panel.locator("[data-seq]");
        assertThat(composer(panel)).isAttached();

        say("carol", "erin", "fold-1", "Below the end of the window");
        assertThat(messages).hasCount(1);
        say("carol", "erin", "fold-2", "And this one too");
        assertThat(messages).hasCount(2);
        assertThat(launcher(page)).hasAccessibleName("Chat, 2 unread");
        messages.last().scrollIntoViewIfNeeded();
        assertThat(launcher(page)).hasAccessibleName("Chat");

        panel.evaluate("element => element.style.display = 'none'");
        say("carol", "erin", "fold-3", "In a panel that is not shown");
        assertThat(messages).hasCount(3);
        assertThat(launcher(page)).hasAccessibleName("Chat, 1 unread");
        panel.evaluate("element => element.style.display = ''");
        assertThat(launcher(page)).hasAccessibleName("Chat");

        panel.evaluate("element => Object.assign(element.parentElement.style, { blockSize: '200px', overflow: 'auto' })");
        say("carol", "erin", "fold-4", "Where the page has scrolled away from");
        assertThat(messages).hasCount(4);
        assertThat(launcher(page)).hasAccessibleName("Chat, 1 unread");
        messages.last().scrollIntoViewIfNeeded();
        assertThat(launcher(page)).hasAccessibleName("Chat");
    }

    @Test
    void whatComesToALauncherThatWasClosedStaysUnread() {
        var page = visit(desk, "place.html?user=dave");
        assertThat(launcher(page)).isVisible();
        page.evaluate("() => { document.querySelector('chat-panel').remove(); document.querySelector('chat-launcher').open('alice') }");
        assertThat(composer(panel(page))).isFocused();
        page.keyboard().press("Escape");
        assertThat(panel(page)).isHidden();

        say("alice", "dave", "closed-1", "Are you still there?");
        assertThat(launcher(page)).hasAccessibleName("Chat, 1 unread");
        launcher(page).click();
        panel(page).getByRole(AriaRole.OPTION, new Locator.GetByRoleOptions().setName(Pattern.compile("Alice Adler"))).click();
        assertThat(launcher(page)).hasAccessibleName("Chat");
    }

    @Test
    void anotherPersonIsSignedInAndOutWithoutAReload() {
        say("bob", "alice", "secret-1", "For alice alone");
        var page = visit(desk, "index.html?user=alice");
        button(page, "Message Bob").click();
        assertThat(panel(page).getByText("For alice alone").last()).isVisible();

        page.evaluate("() => become('dave')");
        assertThat(panel(page)).isHidden();
        assertThat(page.getByText("For alice alone")).hasCount(0);
        assertThat(page.locator("chat-with[user=dave]")).isHidden();
        button(page, "Message Bob").click();
        assertThat(composer(panel(page))).isVisible();
        assertThat(page.getByText("For alice alone")).hasCount(0);

        page.evaluate("() => become(null)");
        assertThat(panel(page)).isHidden();
        assertThat(page.locator("chat-presence[user=bob]")).hasText("");
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Message Bob"))).hasAttribute("href", service.publicAddress("/chat/?with=bob").toString());
    }

    @Test
    void whileNobodyIsSignedInNothingIsAskedForAndTheButtonIsALink() {
        var page = visit(desk, "index.html");

        var link = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Message Bob"));
        assertThat(link).hasAttribute("href", service.publicAddress("/chat/?with=bob").toString());
        assertThat(requests.stream().filter(url -> url.startsWith(service.publicAddress("/").toString()))).containsExactly(service.publicAddress("/chat/elements.js").toString());
    }

    @Test
    void theStyleOfThePageStaysOutAndItsTokensComeIn() {
        var page = visit(desk, "index.html?user=alice&branded");
        button(page, "Message Bob").click();
        write(panel(page), "In your colours");
        var bubble = panel(page).locator("[part~=bubble-out]").last();

        assertThat(panel(page)).hasCSS("border-radius", "4px");
        assertThat(bubble).hasCSS("background-color", "rgb(246, 217, 232)");
        assertThat(bubble).hasCSS("font-family", Pattern.compile("Georgia"));
        assertThat(bubble).hasCSS("text-indent", "0px");
        assertThat(panel(page).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Close"))).hasCSS("border-style", "none");

        page.evaluate("() => document.querySelector('chat-with[user=bob]').setAttribute('theme', 'dark')");
        assertThat(panel(page)).hasCSS("color-scheme", "dark");
    }

    @Test
    void aPageStylesThePartsAndFillsTheSlots() {
        var page = visit(desk, "place.html?user=bob");
        var panel = page.locator("chat-panel");
        var empty = panel.locator("p[slot=empty]");
        assertThat(empty).hasText("Carol answers within the hour.");
        assertThat(empty).isVisible();
        assertThat(panel.getByText("No messages yet")).hasCount(0);
        assertThat(panel.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Profile"))).isVisible();
        composer(panel).focus();
        page.keyboard().press("Tab");
        assertThat(panel.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Call"))).isFocused();

        write(panel, "Now there is one");
        assertThat(empty).isHidden();
        assertThat(panel.locator("[part=send]")).hasCSS("border-radius", "4px");
        assertThat(panel.locator("[part~=bubble-out]").last()).hasCSS("box-shadow", "rgb(0, 128, 128) 0px 0px 0px 1px");
        assertThat(panel.locator("[part=name]")).hasCSS("font-variant-caps", "small-caps");

        var whole = page.locator("chat-app");
        assertThat(whole.locator("[part=row]").first()).hasCSS("min-height", "80px");
        whole.locator("[part=row]").first().click();
        assertThat(composer(whole)).hasCSS("font-style", "italic");
        launcher(page).click();
        assertThat(panel(page).locator("[part=row]").first()).hasCSS("min-height", "72px");
    }

    @Test
    void aClickThatComesBeforeItIsKnownWhoIsSignedInCountsOnceItIs() {
        var held = holdBackTheChat();
        var page = askDaveMeanwhile(held);

        held.forEach(Route::resume);

        assertThat(composer(panel(page))).isFocused();
    }

    @Test
    void aClickLeadsToThePageOfTheServiceWhenTheChatCannotBeLoaded() {
        var held = holdBackTheChat();
        var page = askDaveMeanwhile(held);

        page.waitForRequest(url -> url.url().endsWith("/chat/?with=dave"), () -> held.forEach(Route::abort));

        // Of which the browser says that it has not come.
        complaints.clear();
    }

    private Queue<Route> holdBackTheChat() {
        var held = new ConcurrentLinkedQueue<Route>();
        desk.route(url -> url.contains("/chat/assets/sdk-"), held::add);
        return held;
    }

    private Page askDaveMeanwhile(Queue<Route> held) {
        var page = visit(desk, "index.html?user=alice");
        page.waitForCondition(() -> !held.isEmpty());
        button(page, "Ask Dave").click();
        return page;
    }

    @Test
    void whoWritesDoesNotSetOffTheShortcutsOfThePage() {
        var page = visit(desk, "index.html?user=alice");
        button(page, "Ask Dave").click();
        assertThat(composer(panel(page))).isFocused();

        page.keyboard().type("jkl");

        assertThat(composer(panel(page))).hasValue("jkl");
        assertThat(page.locator("#strokes")).hasText("0");
    }

    @Test
    void onePanelIsInFrontAtATimeAndThatOfTheLauncherServesTheButtons() {
        var page = visit(desk, "index.html?user=alice");
        button(page, "Message Bob").click();
        assertThat(panel(page)).hasAccessibleName(Pattern.compile("Chat with Bob Meyer"));
        button(page, "Ask Dave").click();
        assertThat(panel(page)).hasCount(1);
        assertThat(panel(page)).hasAccessibleName(Pattern.compile("Dave|Chat"));

        var place = visit(other, "place.html?user=alice");
        assertThat(place.locator("chat-app").getByRole(AriaRole.LISTBOX)).isVisible();
        assertThat(composer(place.locator("chat-panel"))).isVisible();
        place.locator("chat-with[user=dave]").getByRole(AriaRole.BUTTON).click();
        assertThat(place.locator("chat-launcher").getByRole(AriaRole.DIALOG)).isVisible();
        assertThat(composer(place.locator("chat-launcher"))).isVisible();
        Browser.shoot(place, "embed-place-1440");
    }

    @Test
    void thePageOfTheOriginalStillWorks() {
        var alice = visit(desk, "classic.html");
        assertThat((Object) alice.evaluate("() => connected.then(client => client.state.me)")).isEqualTo("alice");
        var indicator = alice.locator(".status-indicator[data-user-id=bob]");
        assertThat(indicator).hasClass(Pattern.compile("offline"));

        var bob = visit(other, "index.html?user=bob");
        assertThat(bob.locator("chat-with[user=carol]")).isVisible();
        assertThat(indicator).hasClass("status-indicator online");
        assertThat(indicator).hasAccessibleName("online");

        alice.evaluate("() => document.querySelector('li').insertAdjacentElement('afterend', Object.assign(document.createElement('li'), "
                + "{ className: 'status-indicator' })).setAttribute('data-user-id', 'carol')");
        assertThat(alice.locator("[data-user-id=carol]")).hasClass(Pattern.compile("offline"));
    }

    /// Leaves pictures in `target/screenshots`.
    @Test
    void aPanelTakesAllOfANarrowPageAndReadsFromRightToLeft() {
        try (var phone = watched(360, 740)) {
            var page = visit(phone, "index.html?user=alice&dark");
            Browser.shoot(page, "embed-profile-360-dark");
            button(page, "Message Bob").click();
            write(panel(page), "On the train");
            var box = panel(page).boundingBox();
            assertThat(List.of(box.x, box.y, box.width, box.height)).containsExactly(0.0, 0.0, 360.0, 740.0);
            Browser.shoot(page, "embed-panel-360-dark");
        }
        var page = visit(desk, "index.html?user=alice&dir=rtl");
        page.locator("chat-with[user=bob]").locator("a").click();
        assertThat(panel(page)).isVisible();
        assertThat(panel(page)).hasCSS("direction", "rtl");
        assertThat(panel(page).boundingBox().x).isLessThan(200);
        assertThat(panel(page).getByRole(AriaRole.TEXTBOX)).isVisible();
        Browser.shoot(page, "embed-panel-1440-rtl");
        var dark = visit(other, "place.html?user=bob&dark");
        launcher(dark).click();
        assertThat(panel(dark).getByRole(AriaRole.LISTBOX)).isVisible();
        Browser.shoot(dark, "embed-place-1440-dark");
    }

    private BrowserContext watched(int width, int height) {
        var context = browser.context(width, height, ColorScheme.LIGHT);
        context.onRequest(request -> {
            if (!request.url().startsWith("data:")) {
                requests.add(request.url());
            }
        });
        context.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text() + " at " + message.location());
            }
        });
        context.onWebError(error -> complaints.add(error.error()));
        return context;
    }

    private static Page visit(BrowserContext context, String path) {
        var page = context.newPage();
        page.navigate(platform.address(path));
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^" + name)));
    }

    private static Locator launcher(Page page) {
        return page.locator("chat-launcher [part=launcher]");
    }

    private static Locator panel(Page page) {
        return page.locator("[part=panel]:popover-open, [part=panel][open]");
    }

    private static Locator composer(Locator within) {
        return within.getByRole(AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName("Write a message"));
    }

    private static void write(Locator within, String text) {
        composer(within).fill(text);
        composer(within).press("Enter");
        assertThat(within.locator("[data-seq]").filter(new Locator.FilterOptions().setHasText(text)).last()).isVisible();
    }

    private static void say(String person, String to, String clientId, String text) {
        var conversation = service.post("/api/chat/conversations/start_conversation/", service.token(person), "{\"userId\":\"" + to + "\"}").body()
                .replaceFirst("^\\{\"id\":\"([^\"]+)\".*", "$1");
        var answer = service.post("/api/chat/conversations/" + conversation + "/add_message/", service.token(person),
                "{\"clientId\":\"" + clientId + "\",\"body\":\"" + text + "\"}");
        assertThat(answer.statusCode()).isEqualTo(201);
    }
}
