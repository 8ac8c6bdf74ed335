package org.eplatform.chat.testsupport;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJsonWebKey;

/// Tokens that open nothing (RFC 8725), each wrong in one thing alone. `name` says what.
public record BadToken(String name, String token) {

    /// @param rsa a provider that the service trusts; it has an RSA key
    /// @param ellipticCurve the same provider's other key
    /// @param stranger an address that no token may make the service call
    public static List<BadToken> all(Issuer rsa, Issuer ellipticCurve, String audience, String stranger) {
        var table = new Table(rsa, audience);
        unsigned(table);
        signedWithWhatIsPublic(table);
        bringingTheirOwnKey(table, stranger);
        signedByOthers(table);
        withABrokenSignature(table, ellipticCurve);
        withABrokenForm(table);
        ofAnotherIssuerOrAudience(table);
        ofAnotherTime(table);
        ofNobody(table);
        ofAnotherKind(table);
        return List.copyOf(table.rows);
    }

    @Override
    public String toString() {
        return name;
    }

    private static void unsigned(Table table) {
        for (var alg : List.of("none", "None", "NONE", "nOnE", "")) {
            table.add("alg '" + alg + "' without a signature", unsigned(table.header("alg", alg), table.claims()));
            table.add("alg '" + alg + "' with a signature of RS256", table.sign(table.header("alg", alg), table.claims()));
        }
        table.add("no alg", table.sign(table.without(table.issuer.header(), "alg"), table.claims()));
        table.add("alg null", table.signText(json(table.issuer.header()).replace("\"RS256\"", "null"), json(table.claims())));
        table.add("alg that nobody knows", table.sign(table.header("alg", "RS999"), table.claims()));
        table.add("alg in lower case", table.sign(table.header("alg", "rs256"), table.claims()));
    }

    /// The oldest trick: the public key taken for a secret (RFC 8725, 2.1).
    private static void signedWithWhatIsPublic(Table table) {
        var key = (PublicKey) table.issuer.key().getKey();
        var pem = "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded()) + "\n-----END PUBLIC KEY-----";
        var secrets = Map.of("PEM", pem.getBytes(UTF_8), "PEM with a line end", (pem + "\n").getBytes(UTF_8), "DER", key.getEncoded(),
                "JWK", table.issuer.key().toJson(OutputControlLevel.PUBLIC_ONLY).getBytes(UTF_8),
                "modulus", ((RsaJsonWebKey) table.issuer.key()).getRsaPublicKey().getModulus().toByteArray());
        secrets.forEach((form, secret) -> table.add("HS256 with the public key as " + form, hmac(table, "HS256", "HmacSHA256", secret)));
        table.add("HS384 with the public key", hmac(table, "HS384", "HmacSHA384", pem.getBytes(UTF_8)));
        table.add("HS512 with the public key", hmac(table, "HS512", "HmacSHA512", pem.getBytes(UTF_8)));
        table.add("HS256 with a zero byte", hmac(table, "HS256", "HmacSHA256", new byte[1]));
        table.add("HS256 with the audience", hmac(table, "HS256", "HmacSHA256", table.audience.getBytes(UTF_8)));
    }

    private static void bringingTheirOwnKey(Table table, String stranger) {
        var mallory = Issuer.withRsa(table.issuer.name());
        var jwk = mallory.key().toParams(OutputControlLevel.PUBLIC_ONLY);
        table.add("jwk in the header", mallory.sign(table.with(table.without(mallory.header(), "kid"), "jwk", jwk), table.claims()));
        table.add("jwk and its kid in the header", mallory.sign(table.with(mallory.header(), "jwk", jwk), table.claims()));
        table.add("jwk in the header, and the provider's kid", mallory.sign(table.header("jwk", jwk), table.claims()));
        for (var address : List.of("jku", "x5u")) {
            table.add(address + " in the header", mallory.sign(table.with(mallory.header(), address, stranger + "/" + address), table.claims()));
            table.add(address + " in the header, and the provider's kid", mallory.sign(table.header(address, stranger + "/" + address), table.claims()));
        }
        table.add("kid that is an address", mallory.sign(table.with(mallory.header(), "kid", stranger + "/kid"), table.claims()));
        table.add("x5c in the header", mallory.sign(table.with(table.without(mallory.header(), "kid"), "x5c",
                List.of(Base64.getEncoder().encodeToString(((PublicKey) mallory.key().getKey()).getEncoded()))), table.claims()));
        table.add("x5t#S256 in the header", mallory.sign(table.with(table.without(mallory.header(), "kid"), "x5t#S256", "bm90LWEtY2VydGlmaWNhdGU"), table.claims()));
    }

    private static void signedByOthers(Table table) {
        var mallory = Issuer.withRsa(table.issuer.name());
        table.add("another key with the provider's kid", mallory.sign(table.issuer.header(), table.claims()));
        table.add("a key that nobody knows", mallory.token(table.audience, Table.USER));
        table.add("a key that nobody knows, without kid", mallory.sign(table.without(mallory.header(), "kid"), table.claims()));
        table.add("another curve's key with the provider's kid", Issuer.withEllipticCurve(table.issuer.name()).sign(table.header("alg", "ES256"), table.claims()));
        for (var kid : List.of("", " ", "../../../../dev/null", "/dev/null", "x' or '1'='1", "' union select 'c2VjcmV0' -- ", "a\u0000b", "k".repeat(4_000))) {
            table.add("kid '" + (kid.length() > 40 ? kid.substring(0, 40) : kid.replace('\0', '0')) + "'",
                    hmac(table.with(table.issuer.header(), "kid", kid), table.claims(), "HS256", "HmacSHA256", new byte[1]));
            table.add("RS256 with kid '" + (kid.length() > 40 ? kid.substring(0, 40) : kid.replace('\0', '0')) + "'",
                    mallory.sign(table.with(mallory.header(), "kid", kid), table.claims()));
        }
        table.add("kid that is a number", mallory.sign(table.with(mallory.header(), "kid", 1), table.claims()));
        table.add("kid that is a list", mallory.sign(table.with(mallory.header(), "kid", List.of(table.issuer.key().getKeyId())), table.claims()));
    }

    private static void withABrokenSignature(Table table, Issuer ellipticCurve) {
        var good = table.issuer.token(table.audience, Table.USER);
        var parts = good.split("\\.");
        var signature = Base64.getUrlDecoder().decode(parts[2]);
        signature[signature.length / 2] ^= 1;
        table.add("signature stripped", parts[0] + "." + parts[1] + ".");
        table.add("signature and its dot stripped", parts[0] + "." + parts[1]);
        table.add("signature with one bit turned", parts[0] + "." + parts[1] + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature));
        table.add("signature cut short", good.substring(0, good.length() - 20));
        table.add("signature of another token", parts[0] + "." + parts[1] + "." + table.issuer.token(table.audience, "bob").split("\\.")[2]);
        table.add("payload changed", parts[0] + "." + Jws.encode(json(table.claims(Issuer.USER_ID, "root"))) + "." + parts[2]);
        table.add("header changed", Jws.encode(json(table.header("extra", "1"))) + "." + parts[1] + "." + parts[2]);
        table.add("RS512 said of a signature of RS256", table.sign(table.header("alg", "RS512"), table.claims()));
        table.add("PS256 said of a signature of RS256", table.sign(table.header("alg", "PS256"), table.claims()));
        table.add("ES256 said of the RSA key", table.sign(table.header("alg", "ES256"), table.claims()));
        table.add("RS256 said of the curve's key", ellipticCurve.sign(table.with(ellipticCurve.header(), "alg", "RS256"), table.claims()));
        // CVE-2022-21449: a signature of zeros was once right for every key.
        table.add("ES256 with a signature of zeros", new Jws(json(ellipticCurve.header()), json(table.claims()), new byte[64]).compact());
        table.add("ES256 with a signature in DER", Jws.of(json(ellipticCurve.header()), json(table.claims()),
                Jws.Signing.by("SHA256withECDSA", ellipticCurve.key().getPrivateKey())).compact());
    }

    private static void withABrokenForm(Table table) {
        var good = table.issuer.token(table.audience, Table.USER);
        var parts = good.split("\\.");
        for (var text : List.of("..", ".", "a.b.c", "null", "{}", "e30.e30.", "%00", "=.=.=", good + ".", good + "." + parts[2], "." + good, "*" + good.substring(1))) {
            table.add("'" + (text.length() > 10 ? text.replace(good, "a good one").replace(parts[2], "its signature").replace(good.substring(1), "the rest of a good one")
                    : text) + "'", text);
        }
        table.add("encrypted, as it says", Jws.encode("{\"alg\":\"dir\",\"enc\":\"A128GCM\"}") + "..AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA");
        table.add("encrypted by a password, with many rounds", Jws.encode("{\"alg\":\"PBES2-HS256+A128KW\",\"enc\":\"A128GCM\",\"p2s\":\"AAAAAAAAAAA\",\"p2c\":2000000000}")
                + ".AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA");
        table.add("crit that nobody understands", table.sign(table.with(table.header("crit", List.of("our-own")), "our-own", true), table.claims()));
        table.add("payload that is not encoded (b64)", table.sign(table.with(table.header("b64", false), "crit", List.of("b64")), table.claims()));
        table.add("payload that is a list", table.signText(json(table.issuer.header()), "[" + json(table.claims()) + "]"));
        table.add("payload that is text", table.signText(json(table.issuer.header()), "\"hello\""));
        table.add("payload that is nothing", table.signText(json(table.issuer.header()), ""));
        table.add("payload with something behind it", table.signText(json(table.issuer.header()), json(table.claims()) + "{}"));
        table.add("payload nested deep", table.signText(json(table.issuer.header()), json(table.claims()).replaceFirst("\\{", "{\"x\":" + "[".repeat(5_000) + "]".repeat(5_000) + ",")));
        table.add("payload with the subject twice", table.signText(json(table.issuer.header()), json(table.claims()).replaceFirst("\\{", "{\"sub\":\"root\",")));
        table.add("payload with the person twice", table.signText(json(table.issuer.header()), json(table.claims()).replaceFirst("\\{", "{\"platform_id\":\"root\",")));
        table.add("payload with the end twice", table.signText(json(table.issuer.header()), json(table.claims()).replaceFirst("\\{", "{\"exp\":1,")));
        table.add("header with alg twice", table.signText(json(table.issuer.header()).replaceFirst("\\{", "{\"alg\":\"none\","), json(table.claims())));
        table.add("header that is a list", table.signText("[]", json(table.claims())));
        table.add("rightly signed, and huge", table.sign(table.issuer.header(), table.claims("groups", "g".repeat(12_500))));
    }

    private static void ofAnotherIssuerOrAudience(Table table) {
        var issuer = table.issuer.name();
        table.addWithout("iss");
        for (Object other : List.of("https://login.evil.example", issuer + "/", issuer.toUpperCase(java.util.Locale.ROOT), issuer + "2", "", "any", List.of(issuer), 1)) {
            table.addClaim("iss", other);
        }
        table.addWithout("aud");
        for (Object other : List.of("another-api", table.audience + "2", table.audience.toUpperCase(java.util.Locale.ROOT), "", "any", "*", List.of(), List.of("another-api", "account"),
                List.of(List.of(table.audience)), Map.of("aud", table.audience), 1, true)) {
            table.addClaim("aud", other);
        }
    }

    private static void ofAnotherTime(Table table) {
        long now = java.time.Instant.now().getEpochSecond();
        table.addWithout("exp");
        for (Object other : List.of(now - 3_600, now - 11, 0, -1, now + 300.5, 1e300, 9_999_999_999_999L, Long.MAX_VALUE, String.valueOf(now + 300), "never", true, List.of(now + 300), Map.of())) {
            table.addClaim("exp", other);
        }
        table.addRaw("exp", "123456789012345678901234567890");
        table.addRaw("exp", "1e999");
        table.addRaw("exp", "NaN");
        table.addRaw("exp", "null");
        for (Object other : List.of(now + 60, now + 86_400, Long.MAX_VALUE, String.valueOf(now), now - 0.5, true)) {
            table.addClaim("nbf", other);
        }
        table.addWithout("iat");
        for (Object other : List.of(now + 60, Long.MAX_VALUE, String.valueOf(now), now - 0.5, "now", true)) {
            table.addClaim("iat", other);
        }
    }

    private static void ofNobody(Table table) {
        table.addWithout(Issuer.USER_ID);
        for (Object other : List.of("", "   ", "a\u0000b", "a\nb", "a\u007fb", "a\u0085b", "u".repeat(256), 1.5, true, List.of("alice"), Map.of("id", "alice"))) {
            table.addClaim(Issuer.USER_ID, other);
        }
        table.addRaw(Issuer.USER_ID, "null");
        table.addRaw(Issuer.USER_ID, "\"\\ud800\"");
        table.addRaw(Issuer.USER_ID, "12345678901234567890123");
        table.addClaim("sub", 1);
        table.addClaim("sub", List.of("alice"));
    }

    /// Rightly signed for us, and no access token: OpenID Connect Core 2, Back-Channel Logout 2.4, RFC 8417; `typ` in the payload is Keycloak's, `token_use` Cognito's.
    private static void ofAnotherKind(Table table) {
        for (var type : List.of("logout+jwt", "application/logout+jwt", "secevent+jwt", "dpop+jwt", "id_token+jwt", "token-introspection+jwt", "Refresh", "JOSE", "")) {
            table.add("header typ '" + type + "'", table.sign(table.header("typ", type), table.claims()));
        }
        table.add("header typ that is a list", table.sign(table.header("typ", List.of("at+jwt")), table.claims()));
        var bare = table.without(table.without(table.claims(), "scope"), "client_id");
        table.add("an ID token without any mark", table.sign(table.issuer.header(), bare));
        table.add("an ID token with a nonce", table.sign(table.issuer.header(), table.with(bare, "nonce", "n-0S6_WzA2Mj")));
        table.add("an ID token with at_hash", table.sign(table.issuer.header(), table.with(bare, "at_hash", "77QmUPtjPfzWtF2AnpK9RQ")));
        table.add("an ID token with a nonce and a scope", table.addTo("nonce", "n-0S6_WzA2Mj"));
        for (var type : List.of("ID", "Refresh", "Offline", "Logout", "DPoP", "id_token", "")) {
            table.add("payload typ '" + type + "'", table.addTo("typ", type));
        }
        table.add("payload typ that is a list", table.addTo("typ", List.of("Bearer")));
        table.add("payload token_use 'id'", table.addTo("token_use", "id"));
        table.add("payload typ 'Bearer' and token_use 'id'", table.sign(table.issuer.header(), table.with(table.claims("typ", "Bearer"), "token_use", "id")));
        table.add("a logout token", table.addTo("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of())));
    }

    private static String unsigned(Map<String, Object> header, Map<String, Object> claims) {
        return new Jws(json(header), json(claims), new byte[0]).compact();
    }

    private static String hmac(Table table, String alg, String algorithm, byte[] secret) {
        return hmac(table.issuer.header(), table.claims(), alg, algorithm, secret);
    }

    private static String hmac(Map<String, Object> header, Map<String, Object> claims, String alg, String algorithm, byte[] secret) {
        header.put("alg", alg);
        return Jws.of(json(header), json(claims), Jws.Signing.byHmac(algorithm, secret)).compact();
    }

    private static String json(Map<String, Object> fields) {
        return JsonUtil.toJson(fields);
    }

    /// The rows so far, and how one differs from a good token.
    private static final class Table {

        private static final String USER = "alice";

        private final List<BadToken> rows = new ArrayList<>();
        private final Issuer issuer;
        private final String audience;

        Table(Issuer issuer, String audience) {
            this.issuer = issuer;
            this.audience = audience;
        }

        void add(String name, String token) {
            rows.add(new BadToken(name, token));
        }

        void addClaim(String claim, Object value) {
            var shown = String.valueOf(value).replaceAll("\\p{Cntrl}", "?");
            add(claim + " " + value.getClass().getSimpleName() + " " + (shown.length() > 40 ? shown.substring(0, 40) + "..." : shown), addTo(claim, value));
        }

        void addWithout(String claim) {
            add("no " + claim, sign(issuer.header(), without(claims(), claim)));
        }

        /// A value that no library would write.
        void addRaw(String claim, String value) {
            add(claim + " " + value.replace("\\", ""), signText(json(issuer.header()), json(without(claims(), claim)).replaceFirst("\\{", "{\"" + claim + "\":"
                    + java.util.regex.Matcher.quoteReplacement(value) + ",")));
        }

        String addTo(String claim, Object value) {
            return sign(issuer.header(), claims(claim, value));
        }

        Map<String, Object> claims() {
            return issuer.claims(audience, USER);
        }

        Map<String, Object> claims(String claim, Object value) {
            return with(claims(), claim, value);
        }

        Map<String, Object> header(String name, Object value) {
            return with(issuer.header(), name, value);
        }

        Map<String, Object> with(Map<String, Object> fields, String name, Object value) {
            return changed(fields, copy -> copy.put(name, value));
        }

        Map<String, Object> without(Map<String, Object> fields, String name) {
            return changed(fields, copy -> copy.remove(name));
        }

        private static Map<String, Object> changed(Map<String, Object> fields, Consumer<Map<String, Object>> change) {
            var copy = new LinkedHashMap<>(fields);
            change.accept(copy);
            return copy;
        }

        String sign(Map<String, Object> header, Map<String, Object> claims) {
            return issuer.sign(header, claims);
        }

        String signText(String header, String payload) {
            return issuer.signText(header, payload);
        }
    }
}
