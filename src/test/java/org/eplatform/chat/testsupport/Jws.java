package org.eplatform.chat.testsupport;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A signed token (RFC 7515, compact) below any library: whatever header, whatever payload, and a signature that need not be what the header says.
public record Jws(String header, String payload, byte[] signature) {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    /// Makes a signature over the bytes of header and payload.
    public interface Signing {

        byte[] sign(byte[] input) throws GeneralSecurityException;

        static Signing by(String algorithm, PrivateKey key) {
            return input -> {
                var signature = Signature.getInstance(algorithm);
                signature.initSign(key);
                signature.update(input);
                return signature.sign();
            };
        }

        static Signing byHmac(String algorithm, byte[] secret) {
            return input -> {
                var mac = Mac.getInstance(algorithm);
                mac.init(new SecretKeySpec(secret, algorithm));
                return mac.doFinal(input);
            };
        }
    }

    public static Jws of(String header, String payload, Signing signing) {
        try {
            return new Jws(header, payload, signing.sign(input(header, payload).getBytes(US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public String compact() {
        return input(header, payload) + "." + BASE64.encodeToString(signature);
    }

    public static String encode(String text) {
        return BASE64.encodeToString(text.getBytes(UTF_8));
    }

    private static String input(String header, String payload) {
        return encode(header) + "." + encode(payload);
    }
}
