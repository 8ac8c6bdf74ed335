package org.eplatform.chat.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/// The service with a [ForeignProvider] in place of the one of development, whose keys a test may sign with.
public class ForeignLogin implements QuarkusTestProfile {

    /// The client's own id, so that an ID token has the right audience.
    public static final String AUDIENCE = "chat-of-the-platform";

    private static final String RSA = "chat.test.login.rsa";
    private static final String ELLIPTIC_CURVE = "chat.test.login.ec";
    private static final String PROVIDER = "chat.test.login.provider";

    @Override
    public Map<String, String> getConfigOverrides() {
        try {
            var provider = ForeignProvider.start();
            var rsa = Issuer.withRsa(provider.issuer());
            var ellipticCurve = Issuer.withEllipticCurve(provider.issuer());
            provider.publish(rsa, ellipticCurve);
            // The test is loaded by another class loader than its profile; system properties are all that they share.
            System.setProperty(RSA, rsa.toJson());
            System.setProperty(ELLIPTIC_CURVE, ellipticCurve.toJson());
            System.setProperty(PROVIDER, provider.keysAddress());
            return Map.of("quarkus.oidc.auth-server-url", provider.issuer(), "quarkus.oidc.client-id", AUDIENCE, "chat.user.id-claim", Issuer.USER_ID);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Issuer rsa() {
        return Issuer.ofJson(System.getProperty(RSA));
    }

    public static Issuer ellipticCurve() {
        return Issuer.ofJson(System.getProperty(ELLIPTIC_CURVE));
    }

    /// How often the provider was asked for its keys.
    public static int keyFetches() {
        var keys = java.net.URI.create(System.getProperty(PROVIDER));
        var answer = RestAssured.get(keys.resolve(ForeignProvider.COUNTED + keys.getPath()));
        assertThat(answer.statusCode()).isEqualTo(200);
        return Integer.parseInt(answer.asString());
    }
}
