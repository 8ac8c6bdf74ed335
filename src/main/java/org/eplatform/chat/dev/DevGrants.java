package org.eplatform.chat.dev;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/// Codes, or refresh tokens, that are out, each good for one use. The oldest go when there are too many.
final class DevGrants {

    private static final int MAX = 1_000;

    /// `codeChallenge` and `nonce` may be null. `session` is the `sid` of the tokens.
    record Grant(DevPerson person, String clientId, String redirectUri, String codeChallenge, String nonce, String session) {

        /// PKCE (RFC 7636, 4.6), S256 only.
        boolean isProvenBy(String verifier) {
            return codeChallenge == null || verifier != null && codeChallenge.equals(s256(verifier));
        }

        private static String s256(String verifier) {
            try {
                var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
                return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private final Map<String, Grant> out = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Grant> eldest) {
            return size() > MAX;
        }
    };

    synchronized String give(Grant grant) {
        var name = UUID.randomUUID().toString();
        out.put(name, grant);
        return name;
    }

    /// Null when there is none of that name, or no more.
    synchronized Grant redeem(String name) {
        return name == null ? null : out.remove(name);
    }
}
