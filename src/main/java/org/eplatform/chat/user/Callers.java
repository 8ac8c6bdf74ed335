package org.eplatform.chat.user;

import io.quarkus.security.identity.IdentityProviderManager;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eplatform.chat.audit.Audit;
import org.eplatform.chat.audit.AuditEvent;
import org.eplatform.chat.error.ChatException;
import org.eplatform.chat.protocol.AccessToken;
import org.eplatform.chat.protocol.ErrorCode;
import org.eplatform.chat.protocol.UserId;

/// Who is calling: the only reader of the OIDC identity. The first call of a person makes them known to the chat.
@ApplicationScoped
public class Callers {

    /// The last second that RFC 3339 can write.
    private static final long LAST_SECOND = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    private static final Duration CHECK_LIMIT = Duration.ofSeconds(5);

    private final UserConfig config;
    private final Users users;
    private final EndedSessions ended;
    private final IdentityProviderManager identities;
    private final Audit audit;

    Callers(UserConfig config, Users users, EndedSessions ended, IdentityProviderManager identities, Audit audit) {
        this.config = config;
        this.users = users;
        this.ended = ended;
        this.identities = identities;
        this.audit = audit;
    }

    /// The caller, known to the chat from here on. Reads the database.
    public UserId known(Principal caller) {
        return authenticated(caller).user();
    }

    /// Who the token names, whether the chat knows them or not. Reads nothing else.
    public UserId named(Principal caller) {
        return profile(token(caller)).id();
    }

    /// The same, for somebody who stays longer than one call.
    public Authentication authenticated(Principal caller) {
        var token = token(caller);
        var profile = profile(token);
        var authentication = new Authentication(profile.id(), token.getIssuer(), token.getSubject(), text(token, "sid"), instant(token.getIssuedAtTime()),
                instant(token.getExpirationTime()));
        if (ended.cover(authentication)) {
            throw new ChatException(ErrorCode.UNAUTHENTICATED, "The session has ended. Come back with a new token.");
        }
        admit(profile, authentication.issuedAt());
        return authentication;
    }

    /// The same, of a token that no header carries. Waits for its check, and maybe for the provider's keys.
    public Authentication authenticated(AccessToken token) {
        return authenticated(identities.authenticate(new CarriedTokens.Request(token.value())).await().atMost(CHECK_LIMIT).getPrincipal());
    }

    private void admit(Profile profile, Instant issuedAt) {
        try {
            users.admit(profile, issuedAt);
        } catch (ChatException refused) {
            if (refused.code() == ErrorCode.USER_DISABLED) {
                audit.record(new AuditEvent.AccessRefused(profile.id(), "enter", null));
            }
            throw refused;
        }
    }

    private static JsonWebToken token(Principal caller) {
        if ((caller instanceof ArrivingCaller arriving ? arriving.token() : caller) instanceof JsonWebToken token) {
            return token;
        }
        throw new ChatException(ErrorCode.UNAUTHENTICATED, "Send a valid access token of the platform's provider.");
    }

    /// A token that does not say when it was given out, or when it ends, is of long ago.
    private static Instant instant(long seconds) {
        return Instant.ofEpochSecond(Math.clamp(seconds, 0, LAST_SECOND));
    }

    private Profile profile(JsonWebToken token) {
        var id = UserIdClaim.read(token.getClaim(config.idClaim()))
                .orElseThrow(() -> new ChatException(ErrorCode.UNAUTHENTICATED, "The token does not name the person in a way that the chat can use."));
        return new Profile(id, text(token, "name"), text(token, "preferred_username"), text(token, "picture"));
    }

    /// A claim of another type than text counts as missing.
    private static String text(JsonWebToken token, String claim) {
        return token.getClaim(claim) instanceof String text ? text : null;
    }
}
