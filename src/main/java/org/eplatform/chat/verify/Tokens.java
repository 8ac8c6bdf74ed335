package org.eplatform.chat.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/// The access tokens of the users, from the token address. Each is kept until it is refused.
final class Tokens {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final HttpClient http;
    private final String address;
    private final ConcurrentHashMap<String, String> known = new ConcurrentHashMap<>();

    Tokens(HttpClient http, String address) {
        this.http = http;
        this.address = address;
    }

    CompletableFuture<String> of(String user) {
        var token = known.get(user);
        if (token != null) {
            return CompletableFuture.completedFuture(token);
        }
        var request = HttpRequest.newBuilder(URI.create(address.replace("{user}", URLEncoder.encode(user, UTF_8)))).timeout(LIMIT).build();
        return http.sendAsync(request, BodyHandlers.ofString()).thenApply(answer -> {
            if (answer.statusCode() != 200 || answer.body().isBlank()) {
                throw new java.util.concurrent.CompletionException(new IOException("the token address answers " + answer.statusCode()));
            }
            known.put(user, answer.body().strip());
            return answer.body().strip();
        });
    }

    /// The service does not take this user's token any more, so the next one is fetched.
    void refused(String user) {
        known.remove(user);
    }
}
