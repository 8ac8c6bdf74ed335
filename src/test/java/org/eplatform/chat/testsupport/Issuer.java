package org.eplatform.chat.testsupport;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/// Somebody who makes tokens: a provider, or who would like to be taken for one. With an RSA key it signs RS256, with one on P-256 ES256.
public record Issuer(String name, PublicJsonWebKey key) {

    public static final String USER_ID = "platform_id";
    public static final Duration LIFETIME = Duration.ofMinutes(5);

    public static Issuer withRsa(String name) {
        try {
            return new Issuer(name, named(RsaJwkGenerator.generateJwk(2048), "RS256"));
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Issuer withEllipticCurve(String name) {
        try {
            return new Issuer(name, named(EcJwkGenerator.generateJwk(EllipticCurves.P256), "ES256"));
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PublicJsonWebKey named(PublicJsonWebKey key, String algorithm) {
        key.setKeyId(UUID.randomUUID().toString());
        key.setUse("sig");
        key.setAlgorithm(algorithm);
        return key;
    }

    /// With the private key: for this process alone.
    public String toJson() {
        return JsonUtil.toJson(Map.of("name", name, "key", key.toJson(OutputControlLevel.INCLUDE_PRIVATE)));
    }

    public static Issuer ofJson(String json) {
        try {
            var fields = JsonUtil.parseJson(json);
            return new Issuer((String) fields.get("name"), PublicJsonWebKey.Factory.newPublicJwk((String) fields.get("key")));
        } catch (JoseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public Map<String, Object> header() {
        return new LinkedHashMap<>(Map.of("alg", key.getAlgorithm(), "kid", key.getKeyId(), "typ", "JWT"));
    }

    /// What a good access token says. The subject is the provider's own name for the person; the platform's is in [#USER_ID].
    public Map<String, Object> claims(String audience, String user) {
        long now = Instant.now().getEpochSecond();
        return new LinkedHashMap<>(Map.of("iss", name, "aud", audience, "sub", "4f3c-" + user, USER_ID, user, "iat", now, "exp", now + LIFETIME.toSeconds(),
                "jti", UUID.randomUUID().toString(), "scope", "openid", "client_id", "the-platforms-pages"));
    }

    public String token(String audience, String user) {
        return sign(header(), claims(audience, user));
    }

    public String sign(Map<String, Object> header, Map<String, Object> claims) {
        return signText(JsonUtil.toJson(header), JsonUtil.toJson(claims));
    }

    public String signText(String header, String payload) {
        return Jws.of(header, payload, signing()).compact();
    }

    public Jws.Signing signing() {
        return Jws.Signing.by("EC".equals(key.getKeyType()) ? "SHA256withECDSAinP1363Format" : "SHA256withRSA", key.getPrivateKey());
    }
}
