package org.eplatform.chat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.eplatform.chat.testsupport.Browser;
import org.eplatform.chat.testsupport.PackagedService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two people at two browsers, at the packaged service.
class ChatPageIT {

    /// Elements in view that reach beyond the page's edges, through all shadow roots. The page itself clips, so that its own width tells nothing.
    private static final String BEYOND_THE_EDGE = """
            () => {
              const all = root => [...root.querySelectorAll('*')].flatMap(e => [e, ...(e.shadowRoot ? all(e.shadowRoot) : [])])
              return all(document.body).filter(e => {
                const r = e.getBoundingClientRect()
                return r.width > 1 && r.height > 1 && (r.left < -0.5 || r.right > innerWidth + 0.5)
              }).map(e => e.localName + '.' + e.getAttribute('class'))
            }""";

    /// Gives the `seq` of the first message that is wholly in view then, and its top.
    private static final String SCROLL_NEAR_THE_TOP = """
            () => {
              const all = root => [...root.querySelectorAll('*')].flatMap(e => [e, ...(e.shadowRoot ? all(e.shadowRoot) : [])])
              const scroller = all(document.body).find(e => e.matches('.scroller') && e.querySelector('[data-seq]'))
              scroller.scrollTop = 300
              const topOf = e => e.getBoundingClientRect().top
              const message = [...scroller.querySelectorAll('[data-seq]')].find(e => topOf(e) >= topOf(scroller))
              return [message.dataset.seq, topOf(message)]
            }""";

    private static PackagedService service;
    private static Browser browser;

    private BrowserContext desk;
    private BrowserContext phone;

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

    @BeforeEach
    void twoDevices() {
        desk = browser.context(1440, 900, ColorScheme.LIGHT);
        phone = browser.context(360, 740, ColorScheme.DARK);
    }

    @AfterEach
    void putAway() {
        desk.close();
        phone.close();
    }

    @Test
    void whoSignsOutIsSignedOut() {
        var alice = Browser.logIn(desk, service, "/chat/", "Alice Adler");

        alice.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile(", your account$"))).click();
        alice.getByText("Sign out").click();

        // By the provider's way back to the page, which the browser may still have.
        assertThat(alice.getByText(Pattern.compile("Who are you\\?|You are signed out")).first()).isVisible();
        assertThat(desk.cookies()).noneMatch(cookie -> cookie.name.startsWith("__Host-q_session"));
        alice.reload();
        assertThat(alice.getByText("Who are you?")).isVisible();
    }

    @Test
    void aliceAndBobTalkBothWaysAndFindTheHistoryAfterAReload() {
        // Both log in through the provider; alice comes by a link to bob.
        var alice = Browser.logIn(desk, service, "/chat/?with=bob", "Alice Adler");
        assertThat(composer(alice)).isVisible();
        assertThat(thread(alice, "Bob Meyer")).isVisible();
        var bob = Browser.logIn(phone, service, "/chat/", "Bob Meyer");
        assertThat(thread(alice, "Bob Meyer")).containsText("online");

        // A message arrives live, and is unread until bob opens the conversation.
        write(alice, "Are you in at ten?");
        var row = bob.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(Pattern.compile("Alice Adler.*1 unread"))).first();
        assertThat(bob).hasTitle(Pattern.compile("\\(1\\)"));
        assertThat(message(alice, "Are you in at ten?")).hasAttribute("data-state", Pattern.compile("sent|delivered"));
        row.click();
        assertThat(message(bob, "Are you in at ten?")).isVisible();
        assertThat(message(alice, "Are you in at ten?")).hasAttribute("data-state", "read");
        assertThat(bob).hasTitle(Pattern.compile("^[^(]*$"));

        // Typing is seen while it lasts.
        composer(bob).pressSequentially("Yes, ro");
        assertThat(alice.getByText("Bob Meyer is typing").first()).isVisible();
        composer(bob).pressSequentially("om 4.");
        composer(bob).press("Enter");
        assertThat(message(alice, "Yes, room 4.")).isVisible();
        assertThat(message(bob, "Yes, room 4.")).hasAttribute("data-state", "read");
        Browser.shoot(alice, "desk-light");
        Browser.shoot(bob, "phone-dark");

        // All of it is there again after a reload, and bob is seen to leave.
        alice.reload();
        assertThat(message(alice, "Are you in at ten?")).isVisible();
        assertThat(message(alice, "Yes, room 4.")).isVisible();
        phone.close();
        assertThat(thread(alice, "Bob Meyer")).containsText(Pattern.compile("last seen|just now|ago", Pattern.CASE_INSENSITIVE));
    }

    @Test
    void enterSendsAndShiftEnterBreaksALineAndAnEnterThatEndsACompositionDoesNotSend() {
        var alice = Browser.logIn(desk, service, "/chat/?with=carol", "Alice Adler");

        composer(alice).pressSequentially("first line");
        composer(alice).press("Shift+Enter");
        composer(alice).pressSequentially("second line");
        composer(alice).evaluate("box => box.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', isComposing: true, bubbles: true, composed: true, cancelable: true}))");
        assertThat(composer(alice)).hasValue("first line\nsecond line");
        composer(alice).press("Enter");

        assertThat(composer(alice)).hasValue("");
        assertThat(message(alice, "second line")).hasAttribute("data-state", "sent");
        assertThat(message(alice, "second line").textContent()).contains("first line\nsecond line");
    }

    @Test
    void theHistoryPagesUpwards() {
        var conversation = start("alice", "dave");
        for (int i = 1; i <= 120; i++) {
            say(conversation, i % 3 == 0 ? "alice" : "dave", "h-" + i, "message number " + i + ".");
        }
        var alice = Browser.logIn(desk, service, "/chat/?with=dave", "Alice Adler");
        assertThat(message(alice, "message number 120.")).isVisible();
        assertThat(alice.locator("[data-seq='1']")).hasCount(0);

        stayedWhileAPageCame(alice);
        for (int i = 0; i < 40 && alice.locator("[data-seq='1']").count() == 0; i++) {
            alice.mouse().move(900, 400);
            alice.mouse().wheel(0, -3_000);
            alice.waitForTimeout(100);
        }

        assertThat(message(alice, "message number 1.")).isAttached();
        assertThat(alice.locator("[data-seq]")).hasCount(120);
    }

    /// Leaves pictures of both themes and both widths in `target/screenshots`.
    @Test
    void thePageFitsItsWidthInBothThemes() {
        var conversation = start("bob", "carol");
        var lines = new String[] {"Morning! The venue confirmed the big room for Thursday.", "Great. Do we have the projector, or shall I bring ours?",
                "They have one. I would bring the adapter, just in case 🙂", "Adapter and the printed plans, then. https://platform.example/plans/42",
                "مرحبا، هل يمكنني الانضمام؟", "Of course!", "👍"};
        for (int i = 0; i < lines.length; i++) {
            say(conversation, i % 2 == 0 ? "carol" : "bob", "p-" + i, lines[i]);
        }
        say(start("bob", "dave"), "dave", "p-d", "See you at lunch?");

        for (var scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            for (int width : new int[] {1440, 360}) {
                try (var context = browser.context(width, 720, scheme)) {
                    var bob = Browser.logIn(context, service, "/chat/?with=carol", "Bob Meyer");
                    assertThat(message(bob, "👍")).isVisible();
                    assertThat(bob.evaluate(BEYOND_THE_EDGE)).as("what is cut off at %d px", width).isEqualTo(List.of());
                    Browser.shoot(bob, "page-" + width + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT));
                }
            }
        }
    }

    @Test
    void everyRequestStaysWithTheServiceAndTheProvider() {
        var foreign = new java.util.concurrent.ConcurrentLinkedQueue<String>();
        desk.onRequest(request -> {
            if (!request.url().matches("(http|ws)://localhost:\\d+/.*|data:.*|blob:.*")) {
                foreign.add(request.url());
            }
        });

        var alice = Browser.logIn(desk, service, "/chat/?with=bob", "Alice Adler");
        assertThat(composer(alice)).isVisible();

        assertThat(foreign).isEmpty();
    }

    /// Scrolls to where an older page is loaded, and sees that what is in view stays where it is when that page comes.
    private static void stayedWhileAPageCame(Page page) {
        var before = page.locator("[data-seq]").count();
        var held = (List<?>) page.evaluate(SCROLL_NEAR_THE_TOP);
        assertThat(page.locator("[data-seq]").nth(before)).isAttached();
        var top = page.locator("[data-seq='" + held.getFirst() + "']").boundingBox().y;
        assertThat(top).as("top of message %s", held.getFirst()).isCloseTo(((Number) held.getLast()).doubleValue(), within(1.0));
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

    private static Locator thread(Page page, String name) {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Conversation with " + name));
    }

    private static Locator message(Page page, String text) {
        return page.locator("[data-seq]").filter(new Locator.FilterOptions().setHasText(text)).last();
    }

    private static void write(Page page, String text) {
        composer(page).fill(text);
        composer(page).press("Enter");
    }
}
