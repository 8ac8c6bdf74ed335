package org.eplatform.chat.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// A client of the socket that speaks the protocol and nothing more: it remembers every frame that it gets.
public final class Socket implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /// Its own lock; whoever waits for more is told.
    private final List<JsonNode> frames = new ArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final WebSocket socket;

    private Socket(URI address, String token) {
        socket = HTTP.newWebSocketBuilder().subprotocols("chat.v1", carry(token)).connectTimeout(PATIENCE).buildAsync(address, new Listener()).join();
    }

    /// Connects to the service that REST-assured talks to, and waits for its welcome.
    public static Socket of(Person person) {
        var socket = connect(URI.create("ws://localhost:" + io.restassured.RestAssured.port + "/ws/chat/"), person.token());
        socket.await("welcome");
        return socket;
    }

    public static Socket connect(URI address, String token) {
        return new Socket(address, token);
    }

    /// The subprotocol that carries the token.
    public static String carry(String token) {
        return URLEncoder.encode("quarkus-http-upgrade#Authorization#Bearer " + token, StandardCharsets.UTF_8).replace("+", "%20");
    }

    public void say(Object command) {
        try {
            sayText(command instanceof String text ? text : JSON.writeValueAsString(command));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private synchronized void sayText(String text) {
        socket.sendText(text, true).orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
    }

    public void send(String id, String conversation, String clientId, String body) {
        say(Map.of("type", "message.send", "id", id, "conversationId", conversation, "clientId", clientId, "body", body));
    }

    public JsonNode await(String type) {
        return await(type, _ -> true);
    }

    public JsonNode answerTo(String id) {
        return await("answer to " + id, frame -> true, frame -> frame.path("id").asText().equals(id));
    }

    public JsonNode await(String type, Predicate<JsonNode> more) {
        return await(type, frame -> frame.path("type").asText().equals(type), more);
    }

    private JsonNode await(String what, Predicate<JsonNode> type, Predicate<JsonNode> more) {
        var wanted = type.and(more);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        synchronized (frames) {
            for (int next = 0; ; ) {
                for (; next < frames.size(); next++) {
                    if (wanted.test(frames.get(next))) {
                        return frames.get(next);
                    }
                }
                // A closed socket brings nothing more: waiting on would only hide why.
                assertThat(closed).as("closed before: " + what).isNotDone();
                assertThat(deadline).as("in vain: " + what + " after " + frames).isGreaterThan(System.nanoTime());
                awaitMore(deadline);
            }
        }
    }

    private void awaitMore(long deadline) {
        try {
            frames.wait(Math.max(1, Duration.ofNanos(deadline - System.nanoTime()).toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// All that has come so far.
    public List<JsonNode> frames() {
        synchronized (frames) {
            return List.copyOf(frames);
        }
    }

    /// Everything sent before this call has been dealt with when it returns: commands of one connection are carried out in order.
    public void settle() {
        var id = "settle-" + java.util.UUID.randomUUID();
        say(Map.of("type", "ping", "id", id));
        answerTo(id);
    }

    public int awaitClose() {
        return closed.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
    }

    public boolean isOpen() {
        return !closed.isDone() && !socket.isInputClosed();
    }

    @Override
    public void close() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).exceptionally(_ -> socket).join();
    }

    private final class Listener implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                try {
                    var frame = JSON.readTree(text.toString());
                    synchronized (frames) {
                        frames.add(frame);
                        frames.notifyAll();
                    }
                } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
                    throw new IllegalStateException(e);
                }
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            ended(code);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable failure) {
            ended(1006);
        }

        private void ended(int code) {
            synchronized (frames) {
                closed.complete(code);
                frames.notifyAll();
            }
        }
    }
}
