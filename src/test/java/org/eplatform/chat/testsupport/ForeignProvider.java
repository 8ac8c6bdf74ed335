package org.eplatform.chat.testsupport;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;

/// A provider that is nothing like the one of development: only discovery and keys, which can be changed, and it can go away and come back. It counts
/// what is asked of it, whatever the path, and so is also somebody whose address a token names and whom nobody should call.
public final class ForeignProvider implements AutoCloseable {

    /// Before a path: how often that was asked for.
    public static final String COUNTED = "/counted";

    private final Map<String, AtomicInteger> requests = new ConcurrentHashMap<>();
    private final List<Issuer> signers = new CopyOnWriteArrayList<>();
    private final int port;
    private HttpServer server;

    private ForeignProvider(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        this.port = server.getAddress().getPort();
        listen();
    }

    public static ForeignProvider start() throws IOException {
        return new ForeignProvider(0);
    }

    public String issuer() {
        return "http://localhost:" + port + "/realms/platform";
    }

    public String keysAddress() {
        return issuer() + "/certs";
    }

    /// From now on it publishes these keys and no others.
    public void publish(Issuer... issuers) {
        signers.clear();
        signers.addAll(List.of(issuers));
    }

    public int requests(String path) {
        return requests.getOrDefault(path, new AtomicInteger()).get();
    }

    public int requests() {
        return requests.values().stream().mapToInt(AtomicInteger::get).sum();
    }

    public void goAway() {
        server.stop(0);
    }

    public void comeBack() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        listen();
    }

    private void listen() {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        if (path.startsWith(COUNTED)) {
            // For a test in another class loader, which holds another copy of this class.
            send(exchange, String.valueOf(requests(path.substring(COUNTED.length()))));
            return;
        }
        requests.computeIfAbsent(path, _ -> new AtomicInteger()).incrementAndGet();
        var json = switch (path) {
            case "/realms/platform/.well-known/openid-configuration" -> JsonUtil.toJson(Map.of("issuer", issuer(), "jwks_uri", keysAddress(),
                    "authorization_endpoint", issuer() + "/auth", "token_endpoint", issuer() + "/token"));
            case "/realms/platform/certs" -> new JsonWebKeySet(signers.stream().map(Issuer::key).toList()).toJson(OutputControlLevel.PUBLIC_ONLY);
            default -> null;
        };
        send(exchange, json);
    }

    private static void send(HttpExchange exchange, String text) throws IOException {
        try (exchange) {
            var bytes = text == null ? new byte[0] : text.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(text == null ? 404 : 200, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
