package org.eplatform.chat.accessibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.List;
import org.eplatform.chat.testsupport.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What somebody hears who does not see the page: every change of a live region in a real browser, with the clock in the test's hand.
class AnnouncerIT {

    /// Writes down whatever live regions say from here on, politely or not, through all shadow roots.
    private static final String LISTEN = """
            () => {
              window.heard = []
              const live = e => e.closest?.('[role=status], [role=alert], [role=log], [aria-live]')
              const seen = new WeakSet()
              const listen = root => {
                if (seen.has(root)) return
                seen.add(root)
                new MutationObserver(changes => {
                  const regions = new Set(changes.map(({ target }) => live(target.nodeType === Node.TEXT_NODE ? target.parentElement : target)))
                  for (const region of regions) {
                    const text = region?.textContent.trim()
                    if (text) heard.push((region.getAttribute('aria-live') ?? (region.role === 'alert' ? 'assertive' : 'polite')) + ': ' + text)
                  }
                  follow(root)
                }).observe(root, { subtree: true, childList: true, characterData: true })
                follow(root)
              }
              const follow = root => root.querySelectorAll('*').forEach(e => e.shadowRoot && listen(e.shadowRoot))
              listen(document)
            }""";

    private static Browser browser;
    private Page page;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Demo.build();
        browser = new Browser();
    }

    @AfterAll
    static void stop() {
        browser.close();
    }

    @BeforeEach
    void listenToBob() {
        var context = browser.context(1280, 800, ColorScheme.LIGHT);
        Demo.serve(context);
        page = context.newPage();
        page.clock().install();
        Demo.open(page, "open=bob");
        passes(3000);
        page.locator("chat-history [data-seq]").last().waitFor();
        page.evaluate(LISTEN);
    }

    @AfterEach
    void putAway() {
        page.context().close();
    }

    @Test
    void aNewMessageIsReadOutOnce() {
        say("bob", "Lunch?");
        passes(5000);

        assertThat(heard()).containsExactly("polite: New message from Bob Meyer: Lunch?");
    }

    @Test
    void aBurstBecomesANumberWithinASecond() {
        for (int i = 0; i < 6; i++) {
            say("bob", "part " + i);
        }
        passes(1100);

        assertThat(heard()).hasSizeLessThanOrEqualTo(2).last().asString().matches("polite: \\d new messages from Bob Meyer");
    }

    @Test
    void theSameWordsAreHeardAgain() {
        say("bob", "Hello?");
        passes(2000);
        say("bob", "Hello?");
        passes(2000);

        assertThat(heard()).hasSize(2).doesNotHaveDuplicates().allMatch(heard -> heard.replace("\u200B", "").equals("polite: New message from Bob Meyer: Hello?"));
    }

    @Test
    void whatIWriteWhatLoadsAndWhoTypesIsNotHeard() {
        page.evaluate("chatDemo.client.send('bob', 'mine')");
        page.evaluate("chatDemo.server.broadcast('bob', { type: 'typing', conversationId: 'bob', userId: 'bob', active: true })");
        passes(2000);
        page.evaluate("void chatDemo.client.loadOlder('bob')");
        passes(2000);

        assertThat(page.locator("chat-history [data-seq]").count()).as("rows after older ones have come").isGreaterThan(50);
        assertThat(heard()).isEmpty();
    }

    @Test
    void aMessageThatIsNotSentInterrupts() {
        page.evaluate("chatDemo.server.refusals.push({ code: 'forbidden' })");
        page.evaluate("chatDemo.client.send('bob', 'mine')");
        passes(2000);

        assertThat(heard()).contains("assertive: Not sent: mine.");
    }

    @Test
    void aConnectionThatStaysAwayInterruptsWhoeverWrites() {
        page.locator("chat-composer textarea").fill("I think");
        page.evaluate("chatDemo.server.refuseConnections = true");
        page.evaluate("chatDemo.server.cut()");
        passes(9000);
        assertThat(heard()).noneMatch(heard -> heard.startsWith("assertive"));
        passes(2000);

        assertThat(heard()).contains("assertive: The connection is lost. What you write is kept.");
    }

    @Test
    void theListOfMessagesIsNoLiveRegion() {
        assertThat(page.locator("chat-history").locator("[aria-live], [role=log], [role=status], [role=alert]").count()).isZero();
        assertThat(page.locator("chat-announcer [role=status]").count()).isPositive();
    }

    private void say(String who, String text) {
        page.evaluate("([who, text]) => void chatDemo.server.say(chatDemo.server.data.conversations.get(who), who, text)", List.of(who, text));
    }

    private void passes(long millis) {
        page.clock().runFor(millis);
    }

    @SuppressWarnings("unchecked")
    private List<String> heard() {
        return (List<String>) page.evaluate("heard");
    }
}
