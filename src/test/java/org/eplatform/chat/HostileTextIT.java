package org.eplatform.chat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.eplatform.chat.dev.DevDatabase;
import org.eplatform.chat.testsupport.Browser;
import org.eplatform.chat.testsupport.HostileTexts;
import org.eplatform.chat.testsupport.PackagedService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What people write, and what they are called, is text in the page whatever it looks like. Titles of conversations do not exist yet: two people have none.
class HostileTextIT {

    private static final String NAME = "<img src=x onerror=window.pwned=1>\u202e\"'`";

    /// All elements, through all shadow roots.
    private static final String ALL = """
            const all = root => [...root.querySelectorAll('*')].flatMap(e => [e, ...(e.shadowRoot ? all(e.shadowRoot) : [])])
            const found = selector => all(document.body).filter(e => e.matches(selector))
            """;
    private static final String FIRST_MESSAGE_IS_THERE = "() => {" + ALL + """
            found('.scroller').filter(e => e.querySelector('[data-seq]')).forEach(e => (e.scrollTop = 0))
            return found('[data-seq="1"]').length > 0 }""";
    private static final String ALL_PEOPLE_ARE_THERE = "count => {" + ALL + """
            found('dialog .scroller').forEach(e => (e.scrollTop = e.scrollHeight))
            return found('dialog .row').length >= count }""";
    private static final String TEXTS = "selector => {" + ALL + "return found(selector).map(e => [e.textContent, getComputedStyle(e).unicodeBidi]) }";
    private static final String LINKS = "() => {" + ALL + """
            return found('a').map(e => ({protocol: e.protocol, rel: e.rel, target: e.target, dir: getComputedStyle(e).unicodeBidi})) }""";
    /// What finds the addresses comes after the first text that may have one.
    private static final String LINKS_ARE_THERE = "() => {" + ALL + "return found('a').length > 20 }";
    private static final String WATCH = """
            window.violations = []
            document.addEventListener('securitypolicyviolation', e => violations.push(e.effectiveDirective + ' ' + e.blockedURI))""";
    private static final String PARSE_HTML = """
            () => {
              try { document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=window.pwned=1>') }
              catch (error) { return error.name }
            }""";

    private static List<String> texts;
    private static DevDatabase database;
    private static PackagedService service;
    private static Browser browser;
    private static String conversation;

    private final ConcurrentLinkedQueue<String> ran = new ConcurrentLinkedQueue<>();
    private BrowserContext desk;

    @BeforeAll
    static void start() throws Exception {
        texts = HostileTexts.all();
        browser = new Browser();
        database = DevDatabase.empty();
        service = PackagedService.beside(database, Map.of());
        service.startProcess();
        service.get("/api/chat/conversations/", service.token("alice"));
        service.get("/api/chat/conversations/", service.token("mallory"));
        conversation = service.post("/api/chat/conversations/start_conversation/", service.token("alice"), "{\"userId\":\"mallory\"}").body()
                .replaceFirst("^\\{\"id\":\"([^\"]+)\".*", "$1");
        write();
    }

    @AfterAll
    static void stop() throws Exception {
        browser.close();
        service.close();
    }

    @BeforeEach
    void atTheDesk() {
        desk = browser.context(1440, 900, ColorScheme.LIGHT);
        desk.addInitScript(WATCH);
        desk.onDialog(dialog -> {
            ran.add("dialog " + dialog.message());
            dialog.dismiss();
        });
        desk.onRequestFinished(this::note);
        desk.onRequestFailed(this::note);
    }

    /// What the policy has stopped never left the browser, which reports it all the same.
    private void note(Request request) {
        if (!"csp".equals(request.failure()) && !request.url().matches("http://localhost:\\d+/.*")) {
            ran.add("request " + request.url());
        }
    }

    @AfterEach
    void nothingHasRun() {
        desk.close();
        assertThat(ran).isEmpty();
    }

    @Test
    void everyMessageIsShownAsItWasWrittenAndNothingOfItRuns() {
        var page = Browser.logIn(desk, service, "/chat/?c=" + conversation, "Alice Adler");
        page.waitForFunction(FIRST_MESSAGE_IS_THERE);
        page.waitForFunction(LINKS_ARE_THERE);

        assertThat(shown(page, "[data-seq] .text")).containsExactlyElementsOf(texts);
        assertThat(shown(page, "chat-thread h2, h2[dir]")).contains(NAME);
        assertThat((List<?>) page.evaluate(LINKS)).hasSizeGreaterThan(20).allSatisfy(HostileTextIT::leadsOnlyToTheWeb);
        nothingTried(page);
    }

    @Test
    void everyNameIsShownAsItIsAndNothingOfItRuns() {
        var page = Browser.logIn(desk, service, "/chat/", "Alice Adler");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("New chat")).first().click();
        page.waitForFunction(ALL_PEOPLE_ARE_THERE, texts.size());

        assertThat(shown(page, "dialog .row .name")).containsAll(texts);
        assertThat(shown(page, "nav .row .name")).containsExactly(NAME);
        nothingTried(page);
    }

    /// The second line of defence, and the proof that this test would see what the first one lets through.
    @Test
    void whatWouldGetIntoThePageIsStoppedByThePolicy() {
        var page = Browser.logIn(desk, service, "/chat/", "Alice Adler");
        assertThat(page.getByRole(AriaRole.NAVIGATION)).isVisible();

        var refusal = page.evaluate(PARSE_HTML);
        page.evaluate("""
                () => {
                  const add = (name, attributes, text) => {
                    const element = Object.assign(document.createElement(name), attributes)
                    if (text) element.append(text)
                    document.body.append(element)
                    return element
                  }
                  add('p', {}).setAttribute('style', 'color: red')
                  add('style', {}, 'p { color: red }')
                  add('img', {src: 'https://canary.example/i.png'})
                  add('iframe', {src: 'https://canary.example/'})
                  add('form', {action: 'https://canary.example/', method: 'post'}).requestSubmit()
                  add('base', {href: 'https://canary.example/'})
                  fetch('https://canary.example/f').catch(() => {})
                }""");
        page.waitForFunction("() => violations.length >= 8");

        assertThat(refusal).isEqualTo("TypeError");
        assertThat((List<?>) page.evaluate("violations")).extracting(violation -> violation.toString().split(" ")[0])
                .contains("require-trusted-types-for", "style-src-attr", "style-src-elem", "img-src", "frame-src", "form-action", "base-uri", "connect-src");
        assertThat(page.evaluate("window.pwned")).isNull();
    }

    /// The contents of these elements; each of them keeps the directions of its text to itself.
    private static List<String> shown(Page page, String selector) {
        var contents = new ArrayList<String>();
        for (var element : (List<?>) page.evaluate(TEXTS, selector)) {
            var text = (List<?>) element;
            assertThat(text.getLast()).as("unicode-bidi of %s", text.getFirst()).isIn("isolate", "isolate-override", "plaintext");
            contents.add((String) text.getFirst());
        }
        return contents;
    }

    private static void leadsOnlyToTheWeb(Object link) {
        var attributes = (Map<?, ?>) link;
        assertThat(attributes.get("protocol")).isIn("http:", "https:", "mailto:", "tel:");
        assertThat(attributes.get("rel").toString().split(" ")).contains("noopener", "noreferrer");
        assertThat(attributes.get("target")).isEqualTo("_blank");
        assertThat(attributes.get("dir")).isEqualTo("isolate");
    }

    private static void nothingTried(Page page) {
        assertThat(page.evaluate("window.pwned")).isNull();
        assertThat((List<?>) page.evaluate("violations")).isEmpty();
    }

    /// Past the service, since there one cannot write as fast: all texts as messages of both in turn, and each as the name of somebody.
    private static void write() throws SQLException {
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), "postgres", "postgres");
                var person = connection.prepareStatement("insert into chat_user (id, name) values (?, ?)");
                var message = connection.prepareStatement("""
                        insert into message (conversation_id, seq, id, sender_id, client_id, body, version) values (?, ?, gen_random_uuid(), ?, ?, ?, ?)""");
                var mallory = connection.prepareStatement("update chat_user set name = ? where id = 'mallory'");
                var head = connection.prepareStatement("update conversation set last_seq = ?, version = ? where id = ?");
                var marks = connection.prepareStatement("update participant set read_seq = ?, delivered_seq = ? where conversation_id = ?")) {
            var id = UUID.fromString(conversation);
            for (int seq = 1; seq <= texts.size(); seq++) {
                fill(person, "person-" + seq, texts.get(seq - 1)).addBatch();
                fill(message, id, (long) seq, seq % 2 == 0 ? "alice" : "mallory", "text-" + seq, texts.get(seq - 1), (long) seq).addBatch();
            }
            person.executeBatch();
            message.executeBatch();
            fill(mallory, NAME).executeUpdate();
            fill(head, (long) texts.size(), (long) texts.size(), id).executeUpdate();
            fill(marks, (long) texts.size(), (long) texts.size(), id).executeUpdate();
        }
    }

    private static java.sql.PreparedStatement fill(java.sql.PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
