package org.eplatform.chat.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginProblemsTest {

    private static final String SECRET = "h7Gq2zPw9sLk4VbN";

    @Test
    void aProviderByDiscoveryAndAClientAreEnough() {
        assertThat(LoginProblems.of(discovered()::get)).isEmpty();
    }

    @Test
    void aKeyAnIssuerAndAnAudienceAreEnough() {
        assertThat(LoginProblems.of(byKey(pem("RSA", 2048))::get)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"auth-server-url || Nobody says whose tokens to take", "token.audience || No audience", "token.audience | , | No audience",
            "token.audience | any | QUARKUS_OIDC_TOKEN_AUDIENCE=any", "token.audience | chat,any | QUARKUS_OIDC_TOKEN_AUDIENCE=any",
            "token.issuer | any | QUARKUS_OIDC_TOKEN_ISSUER=any", "discovery-enabled | false | No issuer", "public-key | x | leave one of them out",
            "token.lifespan-grace | 11 | QUARKUS_OIDC_TOKEN_LIFESPAN_GRACE", "token.lifespan-grace | -1 | QUARKUS_OIDC_TOKEN_LIFESPAN_GRACE"})
    void oneThingThatIsNotSafeIsNamed(String setting, String value, String problem) {
        var settings = discovered();
        settings.put("quarkus.oidc." + setting, value == null ? "" : value);

        assertThat(LoginProblems.of(settings::get)).singleElement().asString().contains(problem);
    }

    @Test
    void aKeyWithoutAnIssuerIsNamed() {
        var settings = byKey(pem("RSA", 2048));
        settings.remove("quarkus.oidc.token.issuer");

        assertThat(LoginProblems.of(settings::get)).singleElement().asString().contains("No issuer");
    }

    @Test
    void aKeyThatIsNoneOrTooShortOrOfAnotherKindIsNamed() {
        assertThat(new String[] {"nonsense", pem("RSA", 1024), pem("EC", 256)}).allSatisfy(key ->
                assertThat(LoginProblems.of(byKey(key)::get)).singleElement().asString().contains("no RSA public key"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "changeit", "change-me-change-me-change-me", "CHANGE_IT_change_it_0123456789", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "0123456789abcde",
            "this-is-the-default-secret-of-all", "your-secret-of-32-characters-here", "example-example-example-example"})
    void aDefaultSecretIsNamedAndNeverRepeated(String secret) {
        var settings = discovered();
        settings.put("quarkus.oidc.page.credentials.secret", secret);
        settings.put("quarkus.oidc.page.token-state-manager.encryption-secret", secret);

        assertThat(LoginProblems.of(settings::get)).hasSize(2).noneMatch(problem -> problem.contains(secret))
                .anyMatch(problem -> problem.startsWith("QUARKUS_OIDC_PAGE_CREDENTIALS_SECRET "))
                .anyMatch(problem -> problem.startsWith("QUARKUS_OIDC_PAGE_TOKEN_STATE_MANAGER_ENCRYPTION_SECRET "));
    }

    private static Settings discovered() {
        var settings = new Settings();
        settings.putAll(Map.of("quarkus.oidc.auth-server-url", "https://login.example", "quarkus.oidc.client-id", "chat", "quarkus.oidc.token.audience", "chat",
                "quarkus.oidc.token.lifespan-grace", "5", "quarkus.oidc.page.credentials.secret", SECRET));
        return settings;
    }

    private static Settings byKey(String key) {
        var settings = new Settings();
        settings.putAll(Map.of("quarkus.oidc.public-key", key, "quarkus.oidc.token.issuer", "https://login.example", "quarkus.oidc.token.audience", "chat",
                "quarkus.oidc.token.lifespan-grace", "5"));
        return settings;
    }

    private static String pem(String algorithm, int size) {
        try {
            var generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(size);
            return "-----BEGIN PUBLIC KEY-----" + Base64.getEncoder().encodeToString(generator.generateKeyPair().getPublic().getEncoded()) + "-----END PUBLIC KEY-----";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What is not set is empty.
    private static final class Settings extends HashMap<String, String> {

        @Override
        public String get(Object name) {
            return getOrDefault(name, "");
        }
    }
}
