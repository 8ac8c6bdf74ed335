package org.eplatform.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.eplatform.chat.dev.DevDatabase;
import org.eplatform.chat.testsupport.LocalCookies;
import org.eplatform.chat.testsupport.PackagedService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What browsers are told about each answer, in production mode.
class HeadersIT {

    private static final Map<String, String> EVERYWHERE = Map.of("x-content-type-options", "nosniff", "referrer-policy", "no-referrer",
            "cross-origin-resource-policy", "same-origin");
    private static final Map<String, String> API = Map.of("cache-control", "no-store", "content-security-policy", "default-src 'none'; frame-ancestors 'none'");
    private static final Map<String, String> PAGE = Map.of("cross-origin-opener-policy", "same-origin",
            "permissions-policy", "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
            "content-security-policy", "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; connect-src 'self'; "
                    + "img-src 'self' https:; base-uri 'none'; form-action 'self'; object-src 'none'; frame-ancestors 'none'; "
                    + "require-trusted-types-for 'script'; trusted-types lit-html chat-worker");

    /// What pages of every origin may load.
    private static final Map<String, String> CODE = Map.of("x-content-type-options", "nosniff", "referrer-policy", "no-referrer",
            "cross-origin-resource-policy", "cross-origin", "access-control-allow-origin", "*");
    private static final String KEPT = "public, immutable, max-age=86400";

    private static PackagedService service;
    private static HttpClient alice;

    @BeforeAll
    static void start() throws Exception {
        service = PackagedService.beside(DevDatabase.empty(), Map.of("CHAT_PAGE_IMAGE_SOURCES", "https:"));
        service.startProcess();
        alice = HttpClient.newBuilder().cookieHandler(new LocalCookies()).followRedirects(Redirect.NORMAL).build();
        var login = send(alice, get(service.address("/chat/")));
        send(alice, get(URI.create(login.uri() + "&user=alice")));
    }

    @AfterAll
    static void stop() throws Exception {
        alice.close();
        service.close();
    }

    @Test
    void thePageRunsNothingButItsOwnFiles() throws Exception {
        var page = page();

        assertThat(page.statusCode()).isEqualTo(200);
        told(page, EVERYWHERE, PAGE, Map.of("cache-control", "no-cache"));
        assertThat(page.body()).doesNotContainPattern("<script[^>]*>[^<]|<style|\\sstyle=|\\son[a-z]+=");
    }

    @Test
    void aFileOfThePageIsKeptByTheBrowser() throws Exception {
        var script = Pattern.compile("src=\"(/chat/assets/[^\"]+\\.js)\"").matcher(page().body());
        assertThat(script.find()).isTrue();

        var asset = send(alice, get(service.address(script.group(1))));

        assertThat(asset.statusCode()).isEqualTo(200);
        told(asset, CODE, PAGE, Map.of("cache-control", KEPT));
    }

    @Test
    void theScriptsOfOtherPagesHaveTheSameAnswerForEveryOriginAndAreAskedForAnew() throws Exception {
        for (var path : List.of("/chat/elements.js", "/chat/chat.js")) {
            for (var http : List.of(Version.HTTP_1_1, Version.HTTP_2)) {
                var file = get(service.address(path)).version(http);
                for (var request : List.of(file.copy(), file.copy().header("Origin", "https://nobody-named-it.example"), file.copy().header("Origin", "null"))) {
                    var script = send(alice, request);

                    assertThat(script.statusCode()).as(path).isEqualTo(200);
                    assertThat(script.headers().firstValue("content-type").orElseThrow()).contains("javascript");
                    told(script, CODE, PAGE, Map.of("cache-control", "no-cache"));
                    assertThat(script.headers().map()).doesNotContainKeys("access-control-allow-credentials", "set-cookie");
                }
            }
            var again = get(service.address(path)).header("If-Modified-Since", send(alice, get(service.address(path))).headers().firstValue("last-modified").orElseThrow());
            assertThat(send(alice, again).statusCode()).as(path + " is not sent twice").isEqualTo(304);
        }
    }

    @Test
    void whatTheScriptsOfOtherPagesLoadIsKeptAndTheSameForEveryOrigin() throws Exception {
        var names = Pattern.compile("\\./(assets/[A-Za-z0-9_.-]+\\.js)").matcher(send(alice, get(service.address("/chat/elements.js"))).body()).results()
                .map(match -> match.group(1)).distinct().toList();
        assertThat(names).hasSizeGreaterThan(2);

        for (var name : names) {
            var chunk = send(alice, get(service.address("/chat/" + name)).header("Origin", "https://nobody-named-it.example"));

            assertThat(chunk.statusCode()).as(name).isEqualTo(200);
            told(chunk, CODE, Map.of("cache-control", KEPT));
        }
    }

    @Test
    void nothingButThatCodeIsForEveryOrigin() throws Exception {
        for (var path : List.of("/chat/", "/chat/session", "/chat/icon.svg", "/chat/assets/..%2Fsession", "/chat/assets/%2e%2e/session", "/chat/elements.js/x",
                "/api/chat/users/")) {
            var answer = send(alice, get(service.address(path)).header("Origin", "https://nobody-named-it.example"));

            assertThat(answer.statusCode()).as(path).isEqualTo(403);
            assertThat(answer.headers().map()).as(path).doesNotContainKey("access-control-allow-credentials");
        }
        var write = send(alice, get(service.address("/chat/elements.js")).header("Origin", "https://nobody-named-it.example").POST(BodyPublishers.noBody()));
        assertThat(write.statusCode()).isEqualTo(403);
    }

    @Test
    void theServiceWorkerIsAskedForAnewEachTime() throws Exception {
        var worker = send(alice, get(service.address("/chat/worker.js")));

        assertThat(worker.statusCode()).isEqualTo(200);
        told(worker, EVERYWHERE, PAGE, Map.of("cache-control", "no-cache"));
    }

    @Test
    void aFileThatIsGoneIsNotKept() throws Exception {
        var gone = send(alice, get(service.address("/chat/assets/index-old.js")));

        assertThat(gone.statusCode()).isEqualTo(404);
        told(gone, CODE, PAGE);
        assertThat(gone.headers().allValues("cache-control")).isEmpty();
    }

    @Test
    void theSessionWithItsTokenIsKeptByNobody() throws Exception {
        var session = send(alice, get(service.address("/chat/session")));

        assertThat(session.body()).contains("accessToken");
        told(session, EVERYWHERE, PAGE, Map.of("cache-control", "no-transform, no-store"));
    }

    @Test
    void noAnswerOfTheApiIsKeptOrRun() throws Exception {
        var people = service.address("/api/chat/users/");
        var token = "Bearer " + service.token("alice");
        var answers = List.of(send(alice, get(people).header("Authorization", token)), send(alice, get(people)),
                send(alice, get(service.address("/api/chat/nothing")).header("Authorization", token)),
                send(alice, get(people).header("Authorization", token).POST(BodyPublishers.ofString("x".repeat(140_000)))),
                send(alice, get(service.address("/ws/chat/"))));

        assertThat(answers).extracting(HttpResponse::statusCode).startsWith(200, 401, 404, 413);
        for (var answer : answers) {
            told(answer, EVERYWHERE, API);
        }
    }

    @Test
    void healthAndMetricsAnswerOnThePortOfTheirOwnAlone() throws Exception {
        for (var path : List.of("/q/health", "/q/health/ready", "/q/metrics", "/q/openapi")) {
            var answer = send(alice, get(service.address(path)));
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            told(answer, Map.of("x-content-type-options", "nosniff", "cache-control", "no-store"));

            var elsewhere = send(alice, get(service.publicAddress(path)));
            assertThat(elsewhere.statusCode()).as(path).isEqualTo(404);
            told(elsewhere, EVERYWHERE);
        }
    }

    @Test
    void anOperatorNamesWhoMayFrameThePage() throws Exception {
        try (var other = PackagedService.beside(DevDatabase.empty(), Map.of("CHAT_PAGE_FRAME_ANCESTORS", "https://platform.example https://*.platform.example"))) {
            other.startProcess();

            var page = send(alice, get(other.address("/chat/icon.svg")));

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("content-security-policy").orElseThrow())
                    .contains("; frame-ancestors https://platform.example https://*.platform.example;");
            told(page, EVERYWHERE);
        }
    }

    /// Each of these headers, once; and none that says what runs here, or contradicts the policy.
    @SafeVarargs
    private static void told(HttpResponse<?> answer, Map<String, String>... expected) {
        for (var headers : expected) {
            headers.forEach((name, value) -> assertThat(answer.headers().allValues(name)).as("%s of %s", name, answer).containsExactly(value));
        }
        assertThat(answer.headers().map()).as(answer.toString()).doesNotContainKeys("server", "x-powered-by", "via", "x-frame-options", "x-xss-protection");
    }

    private static HttpResponse<String> page() throws IOException, InterruptedException {
        return send(alice, get(service.address("/chat/")));
    }

    private static HttpRequest.Builder get(URI address) {
        return HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(10));
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
