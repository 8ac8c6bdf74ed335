package org.eplatform.chat.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// Somebody who has signed in to the page, without a browser: cookies and redirects alone.
public final class PageSession implements AutoCloseable {

    private final CookieManager cookies = new CookieManager();
    private final HttpClient following = HttpClient.newBuilder().cookieHandler(cookies).followRedirects(Redirect.NORMAL).build();
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();

    private PageSession() {}

    public static PageSession of(String user) throws IOException, InterruptedException {
        var session = new PageSession();
        var login = session.send(session.following, address("/chat/session"));
        assertThat(login.body()).as(login.toString()).contains("Who are you?");
        var signedIn = session.send(session.following, URI.create(login.uri() + "&user=" + user));
        assertThat(signedIn.body()).as(signedIn.toString()).contains("accessToken");
        return session;
    }

    /// Follows no redirect.
    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(http, address(path));
    }

    private HttpResponse<String> send(HttpClient client, URI address) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(10)).build(), BodyHandlers.ofString());
    }

    private static URI address(String path) {
        return URI.create("http://localhost:" + RestAssured.port + path);
    }

    @Override
    public void close() {
        following.close();
        http.close();
    }
}
