package org.eplatform.chat.trace;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Takes what is exported by OTLP over HTTP, and understands nothing of it: the texts in it are readable as they are.
final class Collector implements AutoCloseable {

    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final List<String> taken = new CopyOnWriteArrayList<>();

    Collector() throws IOException {
        server.createContext("/v1/traces", call -> {
            taken.add(new String(call.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
            call.sendResponseHeaders(200, -1);
            call.close();
        });
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /// All that came so far.
    String taken() {
        return String.join("\n", taken);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
