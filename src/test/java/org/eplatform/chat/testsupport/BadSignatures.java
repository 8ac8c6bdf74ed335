package org.eplatform.chat.testsupport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.eplatform.chat.testsupport.BadTokenTable.json;

import java.security.PublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJsonWebKey;

/// Tokens that the provider has not signed, or not so.
final class BadSignatures {

    private BadSignatures() {}

    /// @param stranger an address that no token may make the service call
    static void add(BadTokenTable table, Issuer ellipticCurve, String stranger) {
        unsigned(table);
        signedWithWhatIsPublic(table);
        bringingTheirOwnKey(table, stranger);
        signedByOthers(table);
        withABrokenSignature(table, ellipticCurve);
    }

    private static void unsigned(BadTokenTable table) {
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
    private static void signedWithWhatIsPublic(BadTokenTable table) {
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

    private static void bringingTheirOwnKey(BadTokenTable table, String stranger) {
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

    private static void signedByOthers(BadTokenTable table) {
        var mallory = Issuer.withRsa(table.issuer.name());
        table.add("another key with the provider's kid", mallory.sign(table.issuer.header(), table.claims()));
        table.add("a key that nobody knows", mallory.token(table.audience, BadTokenTable.USER));
        table.add("a key that nobody knows, without kid", mallory.sign(table.without(mallory.header(), "kid"), table.claims()));
        table.add("another curve's key with the provider's kid", Issuer.withEllipticCurve(table.issuer.name()).sign(table.header("alg", "ES256"), table.claims()));
        for (var kid : List.of("", " ", "../../../../dev/null", "/dev/null", "x' or '1'='1", "' union select 'c2VjcmV0' -- ", "a\u0000b", "k".repeat(4_000))) {
            var shown = kid.length() > 40 ? kid.substring(0, 40) + "..." : kid.replace('\0', '0');
            table.add("HS256 with kid '" + shown + "'", hmac(table.with(table.issuer.header(), "kid", kid), table.claims(), "HS256", "HmacSHA256", new byte[1]));
            table.add("RS256 with kid '" + shown + "'", mallory.sign(table.with(mallory.header(), "kid", kid), table.claims()));
        }
        table.add("kid that is a number", mallory.sign(table.with(mallory.header(), "kid", 1), table.claims()));
        table.add("kid that is a list", mallory.sign(table.with(mallory.header(), "kid", List.of(table.issuer.key().getKeyId())), table.claims()));
    }

    private static void withABrokenSignature(BadTokenTable table, Issuer ellipticCurve) {
        var good = table.issuer.token(table.audience, BadTokenTable.USER);
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

    private static String unsigned(Map<String, Object> header, Map<String, Object> claims) {
        return new Jws(json(header), json(claims), new byte[0]).compact();
    }

    private static String hmac(BadTokenTable table, String alg, String algorithm, byte[] secret) {
        return hmac(table.issuer.header(), table.claims(), alg, algorithm, secret);
    }

    private static String hmac(Map<String, Object> header, Map<String, Object> claims, String alg, String algorithm, byte[] secret) {
        header.put("alg", alg);
        return Jws.of(json(header), json(claims), Jws.Signing.byHmac(algorithm, secret)).compact();
    }
}
