package org.eplatform.chat.dev;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.eplatform.chat.dev.DevGrants.Grant;
import org.jose4j.json.JsonUtil;

/// An OpenID Connect provider for development and tests, on a port of its own like a real one: discovery, authorization code flow with PKCE,
/// refresh, logout. There are no passwords: whoever comes picks a person.
public final class DevProvider implements AutoCloseable {

    private final HttpServer server;
    private final String issuer;
    private final DevTokens tokens = new DevTokens();
    private final DevGrants codes = new DevGrants();
    private final DevGrants refreshTokens = new DevGrants();

    private DevProvider(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        issuer = "http://localhost:" + server.getAddress().getPort();
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    /// Starts it on the loopback interface; port 0 takes a free one.
    public static DevProvider start(int port) throws IOException {
        return new DevProvider(port);
    }

    public String issuer() {
        return issuer;
    }

    /// An access token as the provider would give it to this client after a login.
    public String token(DevPerson person, String clientId) {
        return tokens.access(issuer, person, clientId, null, DevTokens.LIFETIME);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var query = DevHttp.form(exchange.getRequestURI().getRawQuery());
            var path = exchange.getRequestURI().getPath();
            switch (path) {
                case "/.well-known/openid-configuration" -> DevHttp.json(exchange, 200, JsonUtil.toJson(discovery()));
                case "/keys" -> DevHttp.json(exchange, 200, tokens.keys());
                case "/authorize" -> authorize(exchange, query);
                case "/token" -> token(exchange, DevHttp.form(DevHttp.body(exchange)));
                case "/logout" -> DevHttp.redirect(exchange, query.getOrDefault("post_logout_redirect_uri", issuer + "/authorize"));
                case "/token-of" -> tokenOf(exchange, query);
                case "/sign" -> DevHttp.text(exchange, 200, tokens.sign(query.get("typ"), DevHttp.body(exchange)));
                default -> avatar(exchange, path);
            }
        }
    }

    private Map<String, Object> discovery() {
        var document = new LinkedHashMap<String, Object>();
        document.put("issuer", issuer);
        document.put("authorization_endpoint", issuer + "/authorize");
        document.put("token_endpoint", issuer + "/token");
        document.put("jwks_uri", issuer + "/keys");
        document.put("end_session_endpoint", issuer + "/logout");
        document.put("response_types_supported", List.of("code"));
        document.put("subject_types_supported", List.of("public"));
        document.put("id_token_signing_alg_values_supported", List.of("RS256"));
        document.put("code_challenge_methods_supported", List.of("S256"));
        document.put("token_endpoint_auth_methods_supported", List.of("none", "client_secret_basic", "client_secret_post"));
        return document;
    }

    /// First visit: the people to pick from. With one picked: back to the client with a code.
    private void authorize(HttpExchange exchange, Map<String, String> query) throws IOException {
        var client = query.get("client_id");
        var redirect = query.get("redirect_uri");
        if (client == null || !isLocal(redirect) || !"code".equals(query.get("response_type"))) {
            DevHttp.text(exchange, 400, "client_id, a local redirect_uri and response_type=code are needed");
            return;
        }
        if (query.containsKey("code_challenge") && !"S256".equals(query.get("code_challenge_method"))) {
            DevHttp.text(exchange, 400, "code_challenge_method must be S256");
            return;
        }
        var person = DevPerson.find(query.get("user"));
        if (person.isEmpty()) {
            DevHttp.html(exchange, DevLoginPage.render(query));
            return;
        }
        var code = codes.give(new Grant(person.get(), client, redirect, query.get("code_challenge"), query.get("nonce"), UUID.randomUUID().toString()));
        DevHttp.redirect(exchange, DevHttp.with(redirect, "code", code, "state", query.get("state")));
    }

    private void token(HttpExchange exchange, Map<String, String> form) throws IOException {
        boolean byCode = "authorization_code".equals(form.get("grant_type"));
        var grant = byCode ? codes.redeem(form.get("code")) : refreshTokens.redeem(form.get("refresh_token"));
        if (grant == null || byCode && (!grant.isProvenBy(form.get("code_verifier")) || !grant.redirectUri().equals(form.get("redirect_uri")))) {
            DevHttp.json(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        DevHttp.json(exchange, 200, JsonUtil.toJson(Map.of(
                "access_token", tokens.access(issuer, grant.person(), grant.clientId(), grant.session(), DevTokens.LIFETIME),
                "id_token", tokens.identity(issuer, grant.person(), grant.clientId(), grant.session(), grant.nonce()),
                "refresh_token", refreshTokens.give(grant),
                "token_type", "Bearer",
                "expires_in", DevTokens.LIFETIME.toSeconds())));
    }

    private void tokenOf(HttpExchange exchange, Map<String, String> query) throws IOException {
        var person = DevPerson.find(query.get("user"));
        if (person.isPresent()) {
            var lifetime = Duration.parse(query.getOrDefault("lifetime", DevTokens.LIFETIME.toString()));
            DevHttp.text(exchange, 200, tokens.access(issuer, person.get(), query.getOrDefault("client_id", "chat"), query.get("sid"), lifetime));
        } else {
            DevHttp.text(exchange, 404, "user must be a plain word, such as " + DevPerson.KNOWN.stream().map(DevPerson::id).toList() + ".");
        }
    }

    private static void avatar(HttpExchange exchange, String path) throws IOException {
        var person = path.startsWith("/avatars/") ? DevPerson.find(path.substring("/avatars/".length()).replace(".svg", "")) : java.util.Optional.<DevPerson>empty();
        if (person.isPresent()) {
            DevHttp.send(exchange, 200, "image/svg+xml", person.get().avatar());
        } else {
            DevHttp.text(exchange, 404, "There is nothing here.");
        }
    }

    /// The provider gives anybody's token to whoever asks, so it must never be one that sends codes elsewhere.
    private static boolean isLocal(String redirect) {
        try {
            var host = redirect == null ? null : URI.create(redirect).getHost();
            return host != null && List.of("localhost", "127.0.0.1", "[::1]").contains(host);
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
