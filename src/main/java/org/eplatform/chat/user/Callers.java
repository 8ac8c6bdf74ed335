package org.eplatform.chat.user;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.Principal;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eplatform.chat.error.ChatException;
import org.eplatform.chat.protocol.ErrorCode;
import org.eplatform.chat.protocol.InvalidField;
import org.eplatform.chat.protocol.UserId;

/// Who is calling: the only reader of the OIDC identity. The first call of a person makes them known to the chat.
@ApplicationScoped
public class Callers {

    private final UserConfig config;
    private final Users users;

    Callers(UserConfig config, Users users) {
        this.config = config;
        this.users = users;
    }

    /// The caller, known to the chat from here on. Reads the database.
    public UserId known(Principal caller) {
        var profile = profile(caller);
        users.remember(profile);
        return profile.id();
    }

    private Profile profile(Principal caller) {
        if (!(caller instanceof JsonWebToken token) || !(token.getClaim(config.idClaim()) instanceof String id)) {
            throw new ChatException(ErrorCode.UNAUTHENTICATED, "The token has no claim that names the person.");
        }
        try {
            return new Profile(new UserId(id), text(token, "name"), text(token, "preferred_username"), text(token, "picture"));
        } catch (InvalidField wrongId) {
            throw new ChatException(ErrorCode.UNAUTHENTICATED, "The token names the person in a way that the chat cannot use.");
        }
    }

    /// A claim of another type than text counts as missing.
    private static String text(JsonWebToken token, String claim) {
        return token.getClaim(claim) instanceof String text ? text : null;
    }
}
