package org.eplatform.chat.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpDeploymentTest {

    private final Map<String, Integer> connections = new ConcurrentHashMap<>();
    private HttpServer service;

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> answer(exchange, "{}"));
        service.start();
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    @Test
    void aSocketComesByAConnectionOfItsOwn() throws Exception {
        var address = "http://127.0.0.1:" + service.getAddress().getPort();
        try (var loop = new RealLoop(_ -> {}); var deployment = new HttpDeployment(List.of(URI.create(address)), new Random(1), address + "/token", loop)) {
            var called = new CompletableFuture<Object>();
            deployment.call("alice", "/call", null, called::complete);
            called.get(10, TimeUnit.SECONDS);
            var refused = new Refused();

            deployment.open("alice", refused);

            refused.end.get(10, TimeUnit.SECONDS);
            assertThat(connections).containsOnlyKeys("/token", "/call", "/ws/chat/");
            assertThat(connections.get("/ws/chat/")).isNotIn(connections.get("/token"), connections.get("/call"));
        }
    }

    private void answer(HttpExchange exchange, String body) throws IOException {
        connections.put(exchange.getRequestURI().getPath(), exchange.getRemoteAddress().getPort());
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(200, body.length());
        try (var out = exchange.getResponseBody()) {
            out.write(body.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        }
    }

    /// The handshake of one is answered like any call.
    private static final class Refused implements Deployment.Listener {

        final CompletableFuture<Integer> end = new CompletableFuture<>();

        @Override
        public void opened(Deployment.Line line) {}

        @Override
        public void heard(JsonNode frame) {}

        @Override
        public void ended(int code) {
            end.complete(code);
        }
    }
}
