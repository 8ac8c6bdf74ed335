package org.eplatform.chat.dev;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.HashMap;
import java.util.Map;

/// The few words of HTTP that the provider speaks.
final class DevHttp {

    private static final int MAX_BODY = 65_536;

    private DevHttp() {}

    static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readNBytes(MAX_BODY), UTF_8);
    }

    /// Reads `a=b&c=d`; null is empty.
    static Map<String, String> form(String text) {
        var fields = new HashMap<String, String>();
        for (var pair : text == null ? new String[0] : text.split("&")) {
            var parts = pair.split("=", 2);
            fields.put(URLDecoder.decode(parts[0], UTF_8), parts.length == 2 ? URLDecoder.decode(parts[1], UTF_8) : "");
        }
        return fields;
    }

    /// Adds parameters to an address; those that are null are left out.
    static String with(String address, String... pairs) {
        var result = new StringBuilder(address);
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i + 1] != null) {
                result.append(result.indexOf("?") < 0 ? '?' : '&').append(pairs[i]).append('=').append(URLEncoder.encode(pairs[i + 1], UTF_8));
            }
        }
        return result.toString();
    }

    static void json(HttpExchange exchange, int status, String json) throws IOException {
        // A page of another origin reads these, as it does with every provider that serves single-page applications.
        exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
        send(exchange, status, "application/json", json);
    }

    static void html(HttpExchange exchange, String html) throws IOException {
        send(exchange, 200, "text/html; charset=utf-8", html);
    }

    static void text(HttpExchange exchange, int status, String text) throws IOException {
        send(exchange, status, "text/plain; charset=utf-8", text);
    }

    static void redirect(HttpExchange exchange, String address) throws IOException {
        exchange.getResponseHeaders().set("Location", address);
        exchange.sendResponseHeaders(302, -1);
    }

    static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        var bytes = text.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
