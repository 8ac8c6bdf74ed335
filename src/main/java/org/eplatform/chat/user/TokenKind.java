package org.eplatform.chat.user;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What a token of the provider is. All its tokens are signed with the same keys, and only an access token may open anything here (RFC 8725, 3.11 and 3.12).
enum TokenKind {

    /// An access token by its media type (RFC 9068, 2.1).
    PROFILED,

    /// An access token by a claim: it says so, as those of Keycloak and Cognito do, or it names a scope or its client, which no ID token does.
    MARKED,

    /// Nothing tells it from an ID token.
    UNMARKED,

    /// Says that it is something else, or has what only ID, logout and event tokens have.
    OTHER;

    /// A claim whose only purpose is to say what the token is, with what it says of an access token: Keycloak's, and Cognito's.
    private static final Map<String, Set<String>> SAYING = Map.of("typ", Set.of("bearer"), "token_use", Set.of("access"));

    /// OpenID Connect Core, 2 and 3.3.2.11; RFC 8417, 2.2.
    private static final List<String> OF_OTHERS = List.of("nonce", "at_hash", "c_hash", "s_hash", "events");

    /// RFC 9068, 2.2 and 2.2.3, and the names that Okta and Entra have for the same.
    private static final List<String> OF_ACCESS_TOKENS = List.of("scope", "scp", "client_id", "cid");

    /// @param type the header's `typ`, null when there is none
    static TokenKind of(Object type, Map<String, Object> claims) {
        return switch (type == null ? "jwt" : lower(type).replaceFirst("^application/", "")) {
            case "at+jwt" -> PROFILED;
            case "jwt" -> byClaims(claims);
            default -> OTHER;
        };
    }

    private static TokenKind byClaims(Map<String, Object> claims) {
        var saying = SAYING.keySet().stream().filter(claims::containsKey).toList();
        if (!saying.isEmpty()) {
            return saying.stream().allMatch(claim -> SAYING.get(claim).contains(lower(claims.get(claim)))) ? MARKED : OTHER;
        }
        if (OF_OTHERS.stream().anyMatch(claims::containsKey)) {
            return OTHER;
        }
        return OF_ACCESS_TOKENS.stream().anyMatch(claims::containsKey) ? MARKED : UNMARKED;
    }

    private static String lower(Object value) {
        return String.valueOf(value).toLowerCase(Locale.ROOT);
    }
}
