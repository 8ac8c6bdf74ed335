package org.eplatform.chat.testsupport;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Executors;
import org.eplatform.chat.dev.DevDatabase;

/// Somebody's platform: a site of its own, as browsers tell sites apart, with the pages of `src/test/resources/host` and the strictest policy that the chat
/// can live with. `/token?user=alice` is what its server gives to whoever is signed in there.
public final class HostPage implements AutoCloseable {

    private static final Map<String, String> TYPES = Map.of("html", "text/html; charset=utf-8", "js", "text/javascript", "css", "text/css");

    private final HttpServer server;
    private final PackagedService service;

    /// The platform and the chat that is in its pages, both of which it closes with itself; these people are known to the chat.
    public static HostPage start(String... people) throws IOException {
        var page = new HostPage();
        page.service.startProcess();
        for (var person : people) {
            page.service.get("/api/chat/conversations/", page.service.token(person));
        }
        return page;
    }

    private HostPage() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        service = PackagedService.beside(DevDatabase.empty(), Map.of("CHAT_ORIGINS", origin()));
        server.createContext("/", this::answer);
        server.start();
    }

    public PackagedService chat() {
        return service;
    }

    /// The service says `localhost`: another site than this one.
    public String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public String address(String path) {
        return origin() + "/" + path;
    }

    private void answer(HttpExchange call) throws IOException {
        try (call) {
            var path = call.getRequestURI().getPath().substring(1);
            if (path.equals("token")) {
                send(call, "text/plain", service.token(call.getRequestURI().getQuery().replace("user=", "")));
            } else {
                file(call, path);
            }
        }
    }

    private void file(HttpExchange call, String path) throws IOException {
        try (var file = HostPage.class.getResourceAsStream("/host/" + path)) {
            if (file == null) {
                call.sendResponseHeaders(404, -1);
                return;
            }
            call.getResponseHeaders().set("Content-Security-Policy", policy());
            var text = new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("{{service}}", chatOrigin());
            send(call, TYPES.get(path.substring(path.lastIndexOf('.') + 1)), text);
        }
    }

    /// As docs/embedding.md tells platforms to write it.
    private String policy() {
        var chat = chatOrigin();
        return "default-src 'none'; script-src 'self' %s; connect-src 'self' %s %s; style-src 'self'; img-src 'self' data: http://localhost:*; base-uri 'none'; form-action 'self'; "
                .formatted(chat, chat, chat.replaceFirst("^http", "ws")) + "require-trusted-types-for 'script'; trusted-types lit-html";
    }

    private String chatOrigin() {
        var chat = service.publicAddress("/").toString();
        return chat.substring(0, chat.length() - 1);
    }

    private static void send(HttpExchange call, String type, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", type);
        call.sendResponseHeaders(200, bytes.length);
        call.getResponseBody().write(bytes);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        service.close();
        server.stop(0);
    }
}
