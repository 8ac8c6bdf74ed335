package org.eplatform.chat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.eplatform.chat.testsupport.Browser;
import org.eplatform.chat.testsupport.PackagedService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A long conversation at a real browser: what only a layout shows.
class ThreadIT {

    private static final int LENGTH = 420;

    /// `scroller` is what scrolls the messages, and `rows` are the messages.
    private static final String FIND = """
            const all = root => [...root.querySelectorAll('*')].flatMap(e => [e, ...(e.shadowRoot ? all(e.shadowRoot) : [])])
            const scroller = all(document.body).find(e => e.matches('.scroller') && e.querySelector('[data-seq]'))
            const rows = [...scroller.querySelectorAll('[data-seq]')]
            const top = e => e.getBoundingClientRect().top - scroller.getBoundingClientRect().top
            """;

    /// Scrolls, and gives the farthest that a message in view moved by itself until everything that follows has settled.
    private static final String MOVEMENT = "async by => {" + FIND + """
            scroller.scrollTop += by
            const held = rows.find(e => top(e) >= 0)
            const before = top(held)
            let worst = 0
            for (let frame = 0; frame < 12; frame++) {
              await new Promise(requestAnimationFrame)
              if (held.isConnected) worst = Math.max(worst, Math.abs(top(held) - before))
            }
            return held.isConnected ? worst : 9999 }""";

    private static final String SEQS = "() => {" + FIND + "return rows.map(e => Number(e.dataset.seq)) }";

    private static PackagedService service;
    private static Browser browser;
    private static String conversation;

    private final ConcurrentLinkedQueue<String> foreign = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> complaints = new ConcurrentLinkedQueue<>();
    private BrowserContext desk;

    @BeforeAll
    static void start() throws IOException {
        service = PackagedService.start();
        browser = new Browser();
        for (var person : new String[] {"alice", "bob"}) {
            service.get("/api/chat/conversations/", service.token(person));
        }
        conversation = service.post("/api/chat/conversations/start_conversation/", service.token("alice"), "{\"userId\":\"bob\"}").body()
                .replaceFirst("^\\{\"id\":\"([^\"]+)\".*", "$1");
        for (int i = 1; i <= LENGTH; i++) {
            say("bob", "message number " + i + "." + " It goes on and on.".repeat(i * 7 % 12));
        }
        service.post("/api/chat/conversations/" + conversation + "/add_message/", service.token("alice"), "{\"clientId\":\"read\",\"body\":\"Read all of it.\"}");
    }

    @AfterAll
    static void stop() throws Exception {
        browser.close();
        service.close();
    }

    @BeforeEach
    void desk() {
        desk = browser.context(1000, 720, ColorScheme.LIGHT);
        desk.onRequest(request -> {
            if (!request.url().matches("(http|ws)://localhost:\\d+/.*|data:.*|blob:.*")) {
                foreign.add(request.url());
            }
        });
        desk.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
    }

    @AfterEach
    void putAway() {
        desk.close();
        assertThat(foreign).isEmpty();
        assertThat(complaints).noneMatch(text -> text.contains("Content Security Policy") || text.contains("TrustedHTML"));
    }

    @Test
    void nothingInViewMovesWhileMessagesAreLoadedAndDroppedAtTheEnds() {
        var page = open();
        assertThat(message(page, LENGTH + 1)).isVisible();

        int largest = 0;
        for (int by : new int[] {-900, 900}) {
            for (int i = 0; i < 60; i++) {
                assertThat(((Number) page.evaluate(MOVEMENT, by)).doubleValue()).as("movement at step %d by %d", i, by).isLessThan(1);
                var seqs = seqs(page);
                largest = Math.max(largest, seqs.size());
                assertThat(seqs).isEqualTo(java.util.stream.LongStream.range(seqs.getFirst(), seqs.getFirst() + seqs.size()).boxed().toList());
            }
        }
        assertThat(largest).isBetween(250, 349);
    }

    @Test
    void aMessageIsFoundWhereverItIsMarkedAndFocusedAndTheEndIsOneStepAway() {
        var page = open();
        assertThat(message(page, LENGTH + 1)).isVisible();

        page.locator("chat-history").evaluate("(history, seq) => history.toMessage(seq)", 60);

        assertThat(message(page, 60)).isFocused();
        assertThat(message(page, 60)).hasClass(java.util.regex.Pattern.compile("found"));
        assertThat(message(page, 60)).isInViewport();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Jump to latest")).click();
        assertThat(message(page, LENGTH + 1)).isInViewport();
        assertThat(message(page, 60)).hasCount(0);
    }

    @Test
    void anEmojiIsChosenByNameAndStandsWhereTheCursorWas() {
        var page = open();
        var field = page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Write a message"));
        field.fill("good  day");
        field.evaluate("field => field.setSelectionRange(5, 5)");

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Emoji")).click();
        page.getByRole(AriaRole.SEARCHBOX, new Page.GetByRoleOptions().setName("Search emoji")).fill("rocket");
        Browser.shoot(page, "emoji");
        page.keyboard().press("Enter");

        assertThat(field).hasValue("good 🚀 day");
        assertThat(field).isFocused();
        page.keyboard().type("!");
        assertThat(field).hasValue("good 🚀! day");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Emoji")).click();
        assertThat(page.getByRole(AriaRole.SEARCHBOX, new Page.GetByRoleOptions().setName("Search emoji"))).isFocused();
        page.keyboard().press("Escape");
        assertThat(field).isFocused();
        field.fill("");
    }

    private Page open() {
        return Browser.logIn(desk, service, "/chat/?with=bob", "Alice Adler");
    }

    private static void say(String person, String text) {
        var answer = service.post("/api/chat/conversations/" + conversation + "/add_message/", service.token(person),
                "{\"clientId\":\"c-" + text.hashCode() + "\",\"body\":\"" + text + "\"}");
        assertThat(answer.statusCode()).isEqualTo(201);
    }

    private static Locator message(Page page, int seq) {
        return page.locator("[data-seq='" + seq + "']");
    }

    private static List<Long> seqs(Page page) {
        return ((List<?>) page.evaluate(SEQS)).stream().map(seq -> ((Number) seq).longValue()).toList();
    }
}
