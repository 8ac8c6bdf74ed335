package org.eplatform.chat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.WaitForConditionOptions;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.WebSocket;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eplatform.chat.testsupport.Browser;
import org.eplatform.chat.testsupport.PackagedService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Ten tabs of one person in one browser, at the packaged service: one socket, whatever becomes of the tab that holds it. (A frozen tab is in
/// `sdk/test/tabs.test.ts`: Chromium freezes no page that is seen, and here all are.)
class TabsIT {

    private static final int TABS = 10;
    private static final IsVisibleOptions SOON = new IsVisibleOptions().setTimeout(20_000);

    private static PackagedService service;
    private static Browser browser;

    /// A socket that the service has welcomed, and when.
    private record Welcomed(Page page, WebSocket socket, long nanos) {}

    private BrowserContext desk;
    private BrowserContext phone;
    private final List<Welcomed> welcomed = new ArrayList<>();
    private List<Page> tabs;
    private Page bob;

    @BeforeAll
    static void start() throws IOException {
        service = PackagedService.start();
        browser = new Browser();
        for (var person : new String[] {"alice", "bob"}) {
            service.get("/api/chat/conversations/", service.token(person));
        }
    }

    @AfterAll
    static void stop() throws Exception {
        browser.close();
        service.close();
    }

    @BeforeEach
    void tenTabs() {
        desk = browser.context(1000, 700, ColorScheme.LIGHT);
        desk.onPage(page -> page.onCrash(crashed -> tabs.remove(crashed)));
        desk.onPage(page -> page.onWebSocket(socket -> socket.onFrameReceived(frame -> {
            if (frame.text().contains("\"type\":\"welcome\"")) {
                welcomed.add(new Welcomed(page, socket, System.nanoTime()));
            }
        })));
        phone = browser.context(360, 740, ColorScheme.DARK);
        tabs = new ArrayList<>(List.of(Browser.logIn(desk, service, "/chat/?with=bob", "Alice Adler")));
        assertThat(composer(tabs.getFirst())).isVisible(SOON);
        while (tabs.size() < TABS) {
            var tab = desk.newPage();
            tab.navigate(service.address("/chat/?with=bob").toString());
            tabs.add(tab);
        }
        tabs.forEach(tab -> assertThat(composer(tab)).isVisible(SOON));
        bob = Browser.logIn(phone, service, "/chat/?with=alice", "Bob Meyer");
        assertThat(composer(bob)).isVisible(SOON);
    }

    @AfterEach
    void putAway() {
        desk.close();
        phone.close();
    }

    @Test
    void tenTabsHoldOneSocketAndEachOfThemHasEverything() {
        assertThat(open()).hasSize(1);
        // No tab ever had one of its own.
        assertThat(welcomed).hasSize(1);

        write(bob, "Hello, all ten of you.");
        tabs.forEach(tab -> assertThat(message(tab, "Hello, all ten of you.")).isVisible(SOON));

        var follower = follower();
        composer(follower).pressSequentially("Hello");
        assertThat(bob.getByText("Alice Adler is typing").first()).isVisible(SOON);
        write(follower, "Hello from one that follows.");
        tabs.forEach(tab -> assertThat(message(tab, "Hello from one that follows.")).isVisible(SOON));
        assertThat(message(bob, "Hello from one that follows.")).isVisible(SOON);
        assertThat(open()).hasSize(1);
    }

    @Test
    void whenTheTabThatLeadsIsClosedAnotherOneTakesOverAndNothingIsLost() {
        takenOver("closed", Page::close);
    }

    @Test
    void whenTheTabThatLeadsCrashesAnotherOneTakesOverAndNothingIsLost() {
        takenOver("crashed", page -> {
            try {
                page.navigate("chrome://crash", new Page.NavigateOptions().setTimeout(1_000));
            } catch (PlaywrightException crashed) {
                // There is nobody left to arrive.
            }
        });
    }

    @Test
    void whenTheTabThatLeadsHangsAnotherOneTakesOverAndThereIsOneSocketInTheEnd() {
        var hanging = leader();
        takenOver("hanging", page -> page.evaluate("() => void setTimeout(() => { const end = Date.now() + 6000; while (Date.now() < end); }, 0)"));

        hanging.waitForCondition(() -> open().size() == 1, new WaitForConditionOptions().setTimeout(15_000));
        assertThat(message(hanging, "In between, hanging")).isVisible(SOON);
        assertThat(leader() == hanging).as("the tab that hung leads").isFalse();
    }

    /// Ends the tab that leads while a tab that follows and Bob both write.
    private void takenOver(String how, Consumer<Page> end) {
        var leader = leader();
        var before = welcomed.size();

        var nanos = System.nanoTime();
        end.accept(leader);
        // One process may have been that of several tabs.
        var rest = tabs.stream().filter(tab -> tab != leader).toList();
        assertThat(rest).hasSizeGreaterThan(1);
        write(rest.getFirst(), "From one that follows, " + how);
        write(bob, "In between, " + how);
        rest.getLast().waitForCondition(() -> welcomed.size() > before, new WaitForConditionOptions().setTimeout(20_000));

        var tookMs = (welcomed.get(before).nanos() - nanos) / 1_000_000;
        System.out.printf("Tab that leads %s: another one had a socket after %d ms%n", how, tookMs);
        assertThat(tookMs).isLessThanOrEqualTo(2_000);
        for (var tab : rest) {
            assertThat(message(tab, "In between, " + how)).isVisible(SOON);
            assertThat(message(tab, "From one that follows, " + how)).isVisible(SOON);
        }
        assertThat(bob.locator("[data-seq]").filter(new Locator.FilterOptions().setHasText("From one that follows, " + how))).hasCount(1);
    }

    /// The tabs that have an open socket.
    private List<Page> open() {
        return welcomed.stream().filter(each -> tabs.contains(each.page()) && !each.page().isClosed() && !each.socket().isClosed()).map(Welcomed::page).toList();
    }

    private Page leader() {
        assertThat(open()).hasSize(1);
        return open().getFirst();
    }

    private Page follower() {
        var leader = leader();
        return tabs.stream().filter(tab -> tab != leader).findFirst().orElseThrow();
    }

    private static Locator composer(Page page) {
        return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Write a message"));
    }

    private static Locator message(Page page, String text) {
        return page.locator("[data-seq]").filter(new Locator.FilterOptions().setHasText(text)).last();
    }

    private static void write(Page page, String text) {
        composer(page).fill(text);
        composer(page).press("Enter");
    }
}
