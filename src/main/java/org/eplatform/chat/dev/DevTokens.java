package org.eplatform.chat.dev;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/// Makes the provider's tokens, with a key of this process.
final class DevTokens {

    static final Duration LIFETIME = Duration.ofHours(1);

    private final RsaJsonWebKey key;

    DevTokens() {
        try {
            key = RsaJwkGenerator.generateJwk(2048);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
        key.setKeyId(UUID.randomUUID().toString());
        key.setUse("sig");
        key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
    }

    /// The public key as a JWK Set (RFC 7517).
    String keys() {
        return new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    /// An access token in the profile of RFC 9068. `session` may be null.
    String access(String issuer, DevPerson person, String clientId, String session, Duration lifetime) {
        var more = new HashMap<String, Object>(Map.of("aud", clientId, "client_id", clientId, "scope", "openid profile"));
        if (session != null) {
            more.put("sid", session);
        }
        return sign("at+jwt", issuer, person, more, lifetime);
    }

    /// An ID token (OpenID Connect Core, 2).
    String identity(String issuer, DevPerson person, String clientId, String session, String nonce) {
        return sign("JWT", issuer, person, nonce == null ? Map.of("aud", clientId, "sid", session) : Map.of("aud", clientId, "sid", session, "nonce", nonce), LIFETIME);
    }

    private String sign(String type, String issuer, DevPerson person, Map<String, Object> more, Duration lifetime) {
        var claims = person.claims(issuer);
        claims.putAll(more);
        long now = Instant.now().getEpochSecond();
        claims.putAll(Map.of("iss", issuer, "iat", now, "exp", now + lifetime.toSeconds(), "jti", UUID.randomUUID().toString()));
        return sign(type, JsonUtil.toJson(claims));
    }

    /// Any claims at all: tests ask for tokens that no provider should give out.
    String sign(String type, String claims) {
        var signature = new JsonWebSignature();
        signature.setHeader("typ", type);
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setPayload(claims);
        signature.setKey(key.getPrivateKey());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
