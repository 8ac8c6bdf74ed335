package org.eplatform.chat.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/// A deployment behind its addresses, over HTTP and WebSocket. Each connection and each call goes to one of them.
final class HttpDeployment implements Deployment, AutoCloseable {

    static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final List<String> bases;
    private final Random random;
    private final Loop loop;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http = client();
    /// As in a browser, a socket never takes over a connection that a call has left: that may lead to a replica which lets nobody in any more.
    private final HttpClient sockets = client();
    private final Tokens tokens;
    /// Why the last attempt to reach it failed.
    private volatile String lastFailure = "none";

    HttpDeployment(List<URI> targets, Random random, String tokenUrl, Loop loop) {
        this.bases = targets.stream().map(target -> target.toString().replaceFirst("/+$", "")).toList();
        this.random = random;
        this.loop = loop;
        this.tokens = new Tokens(http, tokenUrl);
    }

    private HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(LIMIT).executor(threads).build();
    }

    String lastFailure() {
        return lastFailure;
    }

    @Override
    public void open(String user, Listener listener) {
        var line = new HttpLine(listener, loop);
        tokens.of(user)
                .thenCompose(token -> sockets.newWebSocketBuilder().connectTimeout(LIMIT).subprotocols("chat.v1", carry(token)).buildAsync(socket(), line))
                .whenComplete((_, failure) -> {
                    if (failure != null) {
                        failed(user, failure);
                        line.end(0);
                    }
                });
    }

    @Override
    public void call(String user, String path, JsonNode body, Consumer<Answer> then) {
        tokens.of(user)
                .thenCompose(token -> http.sendAsync(request(path, token, body), BodyHandlers.ofString()))
                .handle((answer, failure) -> failure == null ? read(user, answer) : failed(user, failure))
                .thenAccept(answer -> loop.soon(() -> then.accept(answer)));
    }

    @Override
    public void close() {
        http.shutdownNow();
        sockets.shutdownNow();
        threads.shutdownNow();
    }

    private String base() {
        return bases.get(random.nextInt(bases.size()));
    }

    private URI socket() {
        return URI.create(base().replaceFirst("^http", "ws") + "/ws/chat/");
    }

    private HttpRequest request(String path, String token, JsonNode body) {
        var request = HttpRequest.newBuilder(URI.create(base() + path)).timeout(LIMIT).header("Authorization", "Bearer " + token);
        return body == null ? request.build()
                : request.header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body.toString())).build();
    }

    private Answer read(String user, HttpResponse<String> answer) {
        if (answer.statusCode() == 401) {
            tokens.refused(user);
        }
        try {
            return new Answer(answer.statusCode(), JSON.readTree(answer.body()));
        } catch (JsonProcessingException e) {
            lastFailure = answer.uri() + " answers " + answer.statusCode() + " and no JSON";
            return new Answer(0, null);
        }
    }

    private Answer failed(String user, Throwable failure) {
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof WebSocketHandshakeException handshake && handshake.getResponse() != null) {
            lastFailure = "the handshake is answered with status " + handshake.getResponse().statusCode();
            if (handshake.getResponse().statusCode() == 401) {
                tokens.refused(user);
            }
        } else {
            lastFailure = cause.toString();
        }
        return new Answer(0, null);
    }

    /// The subprotocol that carries the token.
    private static String carry(String token) {
        return URLEncoder.encode("quarkus-http-upgrade#Authorization#Bearer " + token, UTF_8).replace("+", "%20");
    }
}
