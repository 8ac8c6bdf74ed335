package org.eplatform.chat.testsupport;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.BrowserType.LaunchPersistentContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A real browser. Each person gets a context of their own, as if on a device of their own.
public final class Browser implements AutoCloseable {

    private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync");

    private final Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final com.microsoft.playwright.Browser browser = playwright.chromium().launch(new LaunchOptions().setExecutablePath(BrowserSetup.chromium()).setArgs(ARGUMENTS));

    /// An empty context of this size; all of its waiting is bounded.
    public BrowserContext context(int width, int height, ColorScheme scheme) {
        return context(new NewContextOptions().setViewportSize(width, height).setColorScheme(scheme).setLocale("en-GB"));
    }

    /// An empty context of this kind; all of its waiting is bounded.
    public BrowserContext context(NewContextOptions options) {
        var context = browser.newContext(options);
        context.setDefaultTimeout(15_000);
        Seen.watch(context);
        return context;
    }

    /// A context of its own browser, which keeps its things in this folder and can be driven by others at this port.
    public BrowserContext profile(Path folder, int debuggingPort) {
        var arguments = Stream.concat(ARGUMENTS.stream(), Stream.of("--remote-debugging-port=" + debuggingPort)).toList();
        return playwright.chromium().launchPersistentContext(folder, new LaunchPersistentContextOptions().setExecutablePath(BrowserSetup.chromium()).setArgs(arguments));
    }

    /// Opens an address of the page and picks this person at the provider's login.
    public static Page logIn(BrowserContext context, PackagedService service, String path, String fullName) {
        var page = context.newPage();
        page.navigate(service.address(path).toString());
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(fullName)).click();
        page.waitForURL(url -> url.startsWith(service.address("/chat/").toString()) && !url.contains("code="));
        return page;
    }

    public static void shoot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png")));
    }

    /// What Chromium records of a page while this happens, in the Trace Event Format.
    public byte[] trace(Page page, Runnable what) {
        browser.startTracing(page, new com.microsoft.playwright.Browser.StartTracingOptions()
                .setCategories(List.of("devtools.timeline", "disabled-by-default-devtools.timeline.frame", "devtools.timeline.frame", "v8", "v8.execute", "__metadata")));
        try {
            what.run();
        } finally {
            page.waitForTimeout(200);
        }
        return browser.stopTracing();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
