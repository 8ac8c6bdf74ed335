package org.eplatform.chat.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/// Somebody who has signed in to the page, without a browser: cookies and redirects alone.
public final class PageSession implements AutoCloseable {

    private final LocalCookies cookies = new LocalCookies();
    private final HttpClient following = HttpClient.newBuilder().cookieHandler(cookies).followRedirects(Redirect.NORMAL).build();
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();

    private PageSession() {}

    public static PageSession of(String user) throws IOException, InterruptedException {
        var session = new PageSession();
        var login = session.send(session.following, call("/chat/session"));
        assertThat(login.body()).as(login.toString()).contains("Who are you?");
        var signedIn = session.send(session.following, HttpRequest.newBuilder(URI.create(login.uri() + "&user=" + user)));
        assertThat(signedIn.body()).as(signedIn.toString()).contains("accessToken");
        return session;
    }

    /// Follows no redirect.
    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(http, call(path));
    }

    /// As the page's own script does it.
    public HttpResponse<String> post(String path) throws IOException, InterruptedException {
        return send(http, call(path).header("X-Requested-With", "JavaScript").POST(BodyPublishers.noBody()));
    }

    /// As a form of any page would.
    public HttpResponse<String> postBlindly(String path) throws IOException, InterruptedException {
        return send(http, call(path).POST(BodyPublishers.noBody()));
    }

    /// Every `Set-Cookie` that came, to the letter.
    public List<String> cookiesAsTheyCame() {
        return cookies.came();
    }

    /// The value of `Cookie` that a browser would send now.
    public String cookies() {
        return cookies.getCookieStore().getCookies().stream().map(cookie -> cookie.getName() + "=" + cookie.getValue()).collect(Collectors.joining("; "));
    }

    private HttpResponse<String> send(HttpClient client, HttpRequest.Builder call) throws IOException, InterruptedException {
        return client.send(call.timeout(Duration.ofSeconds(10)).build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder call(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path));
    }

    @Override
    public void close() {
        following.close();
        http.close();
    }
}
