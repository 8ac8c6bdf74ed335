package org.eplatform.chat.user;

import io.smallrye.jwt.util.KeyUtils;
import java.security.GeneralSecurityException;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/// What is wrong with the settings of the login, in words for the operator: whose tokens are taken, made out to whom, and whether the secrets are any.
final class LoginProblems {

    private static final int MAX_LEEWAY_SECONDS = 10;
    /// RFC 7518, 3.3.
    private static final int MIN_RSA_BITS = 2_048;
    private static final int MIN_SECRET_LENGTH = 16;
    private static final int MIN_DIFFERENT_CHARACTERS = 5;
    private static final Pattern PLACEHOLDER = Pattern.compile("(?i)change.?(me|it)|default|example|placeholder|password|(your|my|client|test).?secret|secret.?key");

    private static final List<String> SECRETS = List.of("credentials.secret", "credentials.client-secret.value", "credentials.jwt.secret",
            "token-state-manager.encryption-secret", "authentication.state-secret");

    /// The value of a property, empty when there is none.
    private final Function<String, String> settings;
    private final List<String> found = new ArrayList<>();

    private LoginProblems(Function<String, String> settings) {
        this.settings = settings;
    }

    static List<String> of(Function<String, String> settings) {
        var problems = new LoginProblems(settings);
        problems.keys();
        problems.issuer();
        problems.audience();
        problems.leeway();
        problems.secrets();
        return List.copyOf(problems.found);
    }

    private void keys() {
        if (!isSet("auth-server-url") && !isSet("public-key")) {
            found.add("Nobody says whose tokens to take: set QUARKUS_OIDC_AUTH_SERVER_URL, QUARKUS_OIDC_JWKS_PATH or QUARKUS_OIDC_PUBLIC_KEY.");
        } else if (isSet("auth-server-url") && isSet("public-key")) {
            found.add("QUARKUS_OIDC_PUBLIC_KEY is not used beside the address of a provider: leave one of them out.");
        } else if (isSet("public-key") && !isGoodKey(text("public-key"))) {
            found.add("QUARKUS_OIDC_PUBLIC_KEY is no RSA public key of at least " + MIN_RSA_BITS + " bits in PEM. "
                    + "A key of another kind goes into a JWK Set (QUARKUS_OIDC_JWKS_PATH).");
        }
    }

    /// Only a provider's own document can name the issuer otherwise.
    private void issuer() {
        boolean discovered = isSet("auth-server-url") && !"false".equals(text("discovery-enabled"));
        if (!isSet("token.issuer") && !discovered && (isSet("auth-server-url") || isSet("public-key"))) {
            found.add("No issuer: set QUARKUS_OIDC_TOKEN_ISSUER to what the tokens have in iss.");
        } else if ("any".equals(text("token.issuer"))) {
            found.add("QUARKUS_OIDC_TOKEN_ISSUER=any takes everybody's tokens: name the issuer.");
        }
    }

    private void audience() {
        var audience = Arrays.stream(text("token.audience").split(",")).map(String::strip).filter(name -> !name.isEmpty()).toList();
        if (audience.isEmpty()) {
            found.add("No audience: set QUARKUS_OIDC_TOKEN_AUDIENCE, or QUARKUS_OIDC_CLIENT_ID where that is the audience, to what the tokens have in aud.");
        } else if (audience.contains("any")) {
            found.add("QUARKUS_OIDC_TOKEN_AUDIENCE=any takes tokens that were made out to others: name the audience.");
        }
    }

    private void leeway() {
        if (!text("token.lifespan-grace").matches("\\d|" + MAX_LEEWAY_SECONDS)) {
            found.add("QUARKUS_OIDC_TOKEN_LIFESPAN_GRACE must be 0 to " + MAX_LEEWAY_SECONDS + " seconds.");
        }
    }

    private void secrets() {
        for (var tenant : List.of("", "page.")) {
            for (var secret : SECRETS) {
                if (isSet(tenant + secret) && isWeak(text(tenant + secret))) {
                    found.add("QUARKUS_OIDC_" + (tenant + secret).toUpperCase(Locale.ROOT).replaceAll("[.-]", "_")
                            + " is a default or too short: make a random one of at least " + MIN_SECRET_LENGTH + " characters.");
                }
            }
        }
    }

    private static boolean isWeak(String secret) {
        return secret.length() < MIN_SECRET_LENGTH || secret.chars().distinct().count() < MIN_DIFFERENT_CHARACTERS || PLACEHOLDER.matcher(secret).find();
    }

    private static boolean isGoodKey(String key) {
        try {
            return KeyUtils.decodePublicKey(key) instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() >= MIN_RSA_BITS;
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            return false;
        }
    }

    private boolean isSet(String name) {
        return !text(name).isEmpty();
    }

    private String text(String name) {
        return settings.apply("quarkus.oidc." + name).strip();
    }
}
