package org.eplatform.chat.user;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.TenantFeature;
import io.quarkus.oidc.runtime.OidcUtils;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.jwt.consumer.Validator;

/// Which of the tokens that the provider has signed, for us and for now, open the API and the socket. The framework checks signature, algorithm, issuer,
/// audience and expiry; what it leaves open is closed here, at the one place that every token passes. docs/configuration.md, "Which tokens are taken".
@Singleton
@TenantFeature(OidcUtils.DEFAULT_TENANT_ID)
@Unremovable
class AccessTokens implements Validator {

    private static final Logger LOG = Logger.getLogger(AccessTokens.class);
    private static final int MAX_LENGTH = 16_384;
    private static final Duration BETWEEN_WARNINGS = Duration.ofMinutes(1);

    private final TokenConfig config;
    private final UserConfig users;
    private final boolean ownAudience;
    private final Duration leeway;
    private final AtomicReference<Instant> lastWarning = new AtomicReference<>(Instant.EPOCH);

    AccessTokens(TokenConfig config, UserConfig users, @ConfigProperty(name = "quarkus.oidc.client-id") Optional<String> client,
            @ConfigProperty(name = "quarkus.oidc.token.audience") Optional<List<String>> audience,
            @ConfigProperty(name = "quarkus.oidc.token.lifespan-grace") int leewaySeconds) {
        this.config = config;
        this.users = users;
        // An ID token names the client in its audience, and so it cannot pass for an access token where that is not ours.
        ownAudience = client.isEmpty() || audience.isPresent() && !audience.get().contains(client.get());
        leeway = Duration.ofSeconds(leewaySeconds);
    }

    /// Called when the signature has been found good. Returns null, or why not.
    @Override
    public String validate(JwtContext token) {
        var claims = token.getJwtClaims().getClaimsMap();
        var objection = token.getJwt().length() > MAX_LENGTH ? "it is longer than " + MAX_LENGTH + " characters"
                : !TokenTimes.areSound(claims, Instant.now(), leeway)
                        ? "exp, nbf and iat are not whole seconds, or iat is in the future, or exp is more than " + TokenTimes.LONGEST.toDays() + " days away"
                : !(claims.get("iss") instanceof String) || claims.containsKey("sub") && !(claims.get("sub") instanceof String) ? "iss or sub is no text"
                : UserIdClaim.read(claims.get(users.idClaim())).isEmpty() ? "the claim " + users.idClaim() + " names nobody (chat.user.id-claim)"
                : kindObjection(token.getJoseObjects().getFirst().getHeaders().getObjectHeaderValue("typ"), claims);
        if (objection != null) {
            warn(objection);
        }
        return objection;
    }

    private String kindObjection(Object type, Map<String, Object> claims) {
        boolean taken = switch (TokenKind.of(type, claims)) {
            case PROFILED -> true;
            case MARKED -> !config.atJwtOnly();
            case UNMARKED -> !config.atJwtOnly() && ownAudience;
            case OTHER -> false;
        };
        return taken ? null : "it is not known to be an access token (docs/configuration.md, \"Which tokens are taken\")";
    }

    /// Only the provider can make a token come this far, so this tells an operator what is wrong with the configuration. Still, anybody may send one often.
    private void warn(String objection) {
        var now = Instant.now();
        var last = lastWarning.get();
        if (last.plus(BETWEEN_WARNINGS).isBefore(now) && lastWarning.compareAndSet(last, now)) {
            LOG.warnf("A token of the provider was refused: %s. Further ones within a minute are not told.", objection);
        }
    }
}
