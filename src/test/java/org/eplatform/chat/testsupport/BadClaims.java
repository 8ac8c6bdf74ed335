package org.eplatform.chat.testsupport;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Tokens that the provider has rightly signed: of others, for others, for another time, for nobody, or for another purpose.
final class BadClaims {

    private BadClaims() {}

    static void add(BadTokenTable table) {
        ofAnotherIssuerOrAudience(table);
        ofAnotherTime(table);
        ofNobody(table);
        ofAnotherKind(table);
    }

    private static void ofAnotherIssuerOrAudience(BadTokenTable table) {
        var issuer = table.issuer.name();
        table.addWithout("iss");
        for (Object other : List.of("https://login.evil.example", issuer + "/", issuer.toUpperCase(Locale.ROOT), issuer + "2", "", "any",
                List.of(issuer), 1)) {
            table.addClaim("iss", other);
        }
        table.addWithout("aud");
        for (Object other : List.of("another-api", table.audience + "2", table.audience.toUpperCase(Locale.ROOT), "", "any", "*", List.of(),
                List.of("another-api", "account"), List.of(List.of(table.audience)), Map.of("aud", table.audience), 1, true)) {
            table.addClaim("aud", other);
        }
    }

    private static void ofAnotherTime(BadTokenTable table) {
        long now = Instant.now().getEpochSecond();
        table.addWithout("exp");
        for (Object other : List.of(now - 3_600, now - 11, 0, -1, now + 300.5, 1e300, 9_999_999_999_999L, Long.MAX_VALUE, String.valueOf(now + 300),
                "never", true, List.of(now + 300), Map.of())) {
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

    private static void ofNobody(BadTokenTable table) {
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

    /// No access tokens: OpenID Connect Core 2, Back-Channel Logout 2.4, RFC 8417. `typ` in the payload is Keycloak's, `token_use` Cognito's.
    private static void ofAnotherKind(BadTokenTable table) {
        for (var type : List.of("logout+jwt", "application/logout+jwt", "secevent+jwt", "dpop+jwt", "id_token+jwt", "token-introspection+jwt", "Refresh", "JOSE",
                "")) {
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
}
