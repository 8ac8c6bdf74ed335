package org.eplatform.chat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.eplatform.chat.testsupport.Browser;
import org.eplatform.chat.testsupport.PackagedService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The page on a device without a network, at the packaged service.
class OfflineIT {

    private static PackagedService service;
    private static Browser browser;

    private BrowserContext device;

    @BeforeAll
    static void start() throws IOException {
        service = PackagedService.start();
        browser = new Browser();
        // What is waited for may start a service worker, or an attempt to connect may have to fail first.
        PlaywrightAssertions.setDefaultAssertionTimeout(15_000);
        List.of("alice", "bob", "carol", "dave").forEach(person -> service.get("/api/chat/conversations/", service.token(person)));
    }

    @AfterAll
    static void stop() throws Exception {
        browser.close();
        service.close();
    }

    @BeforeEach
    void aDevice() {
        device = browser.context(1280, 800, ColorScheme.LIGHT);
    }

    @AfterEach
    void putAway() {
        device.close();
    }

    @Test
    void whatIsWrittenOfflineOutlivesThePageAndIsSentOnceInOrder() {
        var conversation = conversation("alice", "bob");
        IntStream.rangeClosed(1, 40).forEach(number -> say(conversation, "bob", "line " + number));
        var page = Browser.logIn(device, service, "/chat/?with=bob", "Alice Adler");
        assertThat(message(page, "line 40")).isVisible();
        whenKept(page);
        whenKept(page, "line 40");

        // Everything that was seen is seen again.
        device.setOffline(true);
        page.reload();
        assertThat(row(page)).containsText("line 40");
        assertThat(message(page, "line 40")).isVisible();
        assertThat(message(page, "line 20")).isAttached();

        write(page, "I am in the tunnel,");
        write(page, "and this comes after it.");
        assertQueued(page);
        Browser.shoot(page, "offline-light");

        // Neither the reload nor the end of the last tab takes anything.
        page.close();
        page = device.newPage();
        page.navigate(service.address("/chat/").toString());
        row(page).click();
        assertQueued(page);
        assertThat(texts(conversation)).doesNotContain("I am in the tunnel,");

        device.setOffline(false);
        assertThat(message(page, "I am in the tunnel,")).hasAttribute("data-state", Pattern.compile("sent|delivered|read"));
        assertThat(message(page, "and this comes after it.")).hasAttribute("data-state", Pattern.compile("sent|delivered|read"));
        assertThat(texts(conversation).stream().filter(text -> !text.startsWith("line "))).containsExactly("I am in the tunnel,", "and this comes after it.");
        assertThat(page.locator("chat-thread chat-connection p")).isHidden();
    }

    @Test
    void whatWasNotUsedYetIsThereWithoutANetworkToo() {
        var page = Browser.logIn(device, service, "/chat/?with=carol", "Alice Adler");
        assertThat(composer(page)).isVisible();
        whenKept(page);
        device.setOffline(true);

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Emoji")).click();
        assertThat(page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Emoji"))).isVisible();
        page.keyboard().press("Escape");

        write(page, "See https://platform.example/plans");
        assertThat(message(page, "See ").getByRole(AriaRole.LINK)).isVisible();

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile(", your account$"))).click();
        page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Language")).selectOption("fr");
        assertThat(page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Compte"))).isVisible();
    }

    @Test
    void aBrowserThatKeepsNothingSaysSoAndAsksWhoeverLeaves() {
        var sockets = new ConcurrentLinkedQueue<WebSocketRoute>();
        device.addInitScript("Object.defineProperty(window, 'indexedDB', { value: undefined })");
        device.routeWebSocket(Pattern.compile(".*/ws/chat/.*"), socket -> {
            sockets.add(socket);
            socket.connectToServer();
        });
        var page = Browser.logIn(device, service, "/chat/?with=dave", "Alice Adler");
        // Who it is, and so whether anything can be kept for them, is known from then on.
        write(page, "Still here.");
        assertThat(message(page, "Still here.")).hasAttribute("data-state", Pattern.compile("sent|delivered|read"));
        device.setOffline(true);
        sockets.forEach(WebSocketRoute::close);
        write(page, "Nobody else has this.");
        assertThat(page.locator("chat-thread chat-connection")).containsText("1 message waits, but only while this tab is open");

        var asked = new AtomicReference<String>();
        page.onDialog(dialog -> {
            asked.set(dialog.type());
            dialog.dismiss();
        });
        page.close(new Page.CloseOptions().setRunBeforeUnload(true));
        page.waitForCondition(() -> asked.get() != null);
        assertThat(asked).hasValue("beforeunload");

        device.setOffline(false);
        assertThat(message(page, "Nobody else has this.")).hasAttribute("data-state", Pattern.compile("sent|delivered|read"));
    }

    /// The worker has all that the page needs.
    private static void whenKept(Page page) {
        page.waitForFunction("async () => navigator.serviceWorker.controller && await caches.match('/chat/')");
    }

    /// The browser has the list, and a conversation as far as this message: a moment after it was shown.
    private static void whenKept(Page page, String last) {
        page.waitForFunction("""
                async last => {
                  const found = (await indexedDB.databases()).find(({ name }) => name.startsWith('eplatform-chat'))
                  if (!found) return false
                  const done = request => new Promise((yes, no) => { request.onsuccess = () => yes(request.result); request.onerror = no })
                  const database = await done(indexedDB.open(found.name))
                  try {
                    const kept = database.transaction(['list', 'pages'])
                    const pages = await done(kept.objectStore('pages').getAll())
                    return await done(kept.objectStore('list').count()) > 0 && pages.some(({ messages }) => messages.at(-1)?.body === last)
                  } finally {
                    database.close()
                  }
                }""", last);
    }

    private static void assertQueued(Page page) {
        var queued = page.locator("chat-history [data-state=queued]");
        assertThat(queued).hasText(new Pattern[] {Pattern.compile("I am in the tunnel,"), Pattern.compile("and this comes after it\\.")});
        assertThat(queued.last().locator(".meta .state")).hasText("waiting to be sent");
        assertThat(queued.last().locator(".meta .state svg")).isVisible();
        assertThat(page.locator("chat-thread chat-connection")).containsText("2 messages are kept and will be sent");
    }

    private static void write(Page page, String text) {
        composer(page).fill(text);
        composer(page).press("Enter");
    }

    private static Locator composer(Page page) {
        return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Write a message"));
    }

    private static Locator row(Page page) {
        return page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(Pattern.compile("^Bob Meyer")));
    }

    private static Locator message(Page page, String text) {
        return page.locator("chat-history [data-key]").filter(new Locator.FilterOptions().setHasText(text));
    }

    /// What Bob has in the conversation, in its order.
    private static List<String> texts(String conversation) {
        return JsonPath.from(service.get("/api/chat/conversations/" + conversation + "/?limit=100", service.token("bob")).body())
                .getList("messages.body", String.class);
    }

    private static String conversation(String person, String other) {
        return service.post("/api/chat/conversations/start_conversation/", service.token(person), "{\"userId\":\"" + other + "\"}").body()
                .replaceFirst("^\\{\"id\":\"([^\"]+)\".*", "$1");
    }

    private static void say(String conversation, String person, String text) {
        var answer = service.post("/api/chat/conversations/" + conversation + "/add_message/", service.token(person),
                "{\"clientId\":\"" + text.replace(' ', '-') + "\",\"body\":\"" + text + "\"}");
        assertThat(answer.statusCode()).isEqualTo(201);
    }
}
