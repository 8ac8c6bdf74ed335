package org.eplatform.chat.accessibility;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import org.eplatform.chat.testsupport.Browser;
import org.eplatform.chat.testsupport.FreePorts;
import org.eplatform.chat.testsupport.HostPage;
import org.eplatform.chat.testsupport.PackagedService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What Lighthouse thinks of the page of somebody who is signed in, and of somebody else's page with the chat in it.
class LighthouseIT {

    @TempDir
    private static Path profile;

    private static HostPage platform;
    private static PackagedService service;
    private static Browser browser;
    private static BrowserContext session;
    private static int port;

    @BeforeAll
    static void start() throws IOException {
        platform = HostPage.start("bob", "carol", "dave");
        service = platform.chat();
        browser = new Browser();
        port = FreePorts.one();
        session = browser.profile(profile, port);
        var page = Browser.logIn(session, service, "/chat/?with=bob", "Alice Adler");
        write(page, "Are you in at ten? The plans are at https://platform.example/plans");
        write(page, "I can bring the adapter.");
    }

    @AfterAll
    static void stop() throws Exception {
        session.close();
        browser.close();
        platform.close();
    }

    @ParameterizedTest
    @CsvSource({"/chat/, true", "/chat/, false", "/chat/?with=bob, true", "/chat/?with=bob, false"})
    void everybodyCanUseItAndItIsMadeWell(String path, boolean desktop) throws Exception {
        var name = (path.contains("with") ? "thread" : "list") + (desktop ? "-desktop" : "-mobile");

        judge(service.address(path).toString(), desktop, name);
    }

    @Test
    void aPageWithTheChatInItIsNoWorse() throws Exception {
        judge(platform.address("place.html?user=alice"), false, "embedded-mobile");
    }

    private static void judge(String address, boolean desktop, String name) throws Exception {
        var report = Lighthouse.judge(address, port, desktop, name);

        System.out.printf("Lighthouse, %s: accessibility %d, best practices %d%n", name, report.accessibility(), report.bestPractices());
        assertThat(report.accessibility()).as(report.toString()).isEqualTo(100);
        assertThat(report.bestPractices()).as(report.toString()).isGreaterThanOrEqualTo(95);
    }

    private static void write(Page page, String text) {
        page.locator("chat-composer textarea").fill(text);
        page.locator("chat-composer textarea").press("Enter");
        assertThat(page.locator("chat-history [data-seq]").last()).containsText(text);
    }
}
