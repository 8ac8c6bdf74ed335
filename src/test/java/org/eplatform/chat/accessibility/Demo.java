package org.eplatform.chat.accessibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The whole chat in front of the fake server (`src/main/webui/app/test/demo`), built as the page is and served out of the test itself.
/// It shows in a moment what takes a service long to come to, such as every state of a message.
final class Demo {

    static final Path WEBUI = Path.of("src/main/webui");

    private static final Path BUILT = Path.of("target/demo");
    private static final String ORIGIN = "http://localhost";
    private static final Map<String, String> TYPES = Map.of("html", "text/html", "js", "text/javascript", "css", "text/css", "svg", "image/svg+xml", "json", "application/json");

    private Demo() {}

    static void build() throws IOException, InterruptedException {
        var log = Path.of("target/demo-build.log");
        Files.createDirectories(log.getParent());
        var vite = new ProcessBuilder("node", "node_modules/vite/bin/vite.js", "build", "--config", "app/test/demo/vite.config.ts")
                .directory(WEBUI.toFile()).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        assertThat(vite.waitFor(2, TimeUnit.MINUTES)).as("the demo is built in time").isTrue();
        assertThat(vite.exitValue()).as(Files.readString(log)).isZero();
    }

    /// Everything that pages of this context ask of the demo comes from what was built.
    static void serve(BrowserContext context) {
        context.route(url -> url.startsWith(ORIGIN + "/"), Demo::answer);
    }

    /// Opens the demo with this query, as `demo.ts` describes it.
    static void open(Page page, String query) {
        open(page, "index.html", query);
    }

    /// Opens this page of the demo.
    static void open(Page page, String document, String query) {
        page.navigate(ORIGIN + "/chat/app/test/demo/" + document + "?" + query);
        page.waitForFunction("() => 'chatDemo' in window");
    }

    private static void answer(Route route) {
        var file = BUILT.resolve(URI.create(route.request().url()).getPath().replaceFirst("^/chat/", ""));
        if (!Files.isRegularFile(file)) {
            route.fulfill(new Route.FulfillOptions().setStatus(404));
            return;
        }
        var name = file.getFileName().toString();
        route.fulfill(new Route.FulfillOptions().setPath(file).setContentType(TYPES.get(name.substring(name.lastIndexOf('.') + 1))));
    }
}
