package org.eplatform.chat.socket;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.eplatform.chat.error.ChatException;
import org.eplatform.chat.protocol.AccessToken;
import org.eplatform.chat.protocol.ErrorCode;
import org.eplatform.chat.user.Authentication;
import org.eplatform.chat.user.Callers;

/// Puts a new token of the same person in the place of the one under which a connection was opened.
@ApplicationScoped
class Renewal {

    private final Callers callers;
    private final Connections connections;

    Renewal(Callers callers, Connections connections) {
        this.callers = callers;
        this.connections = connections;
    }

    /// Until when the connection may last now. Waits for the check of the token, and maybe for the provider's keys. What is refused changes nothing.
    Instant renew(Connection connection, AccessToken token) {
        var next = callers.authenticated(token);
        if (!(connection.state() instanceof Connection.State.Open open) || !isAnother(open.caller(), next)) {
            throw new ChatException(ErrorCode.UNAUTHENTICATED, "The token is not a valid one of the same person. The one before stays in force.");
        }
        connections.renew(connection, next);
        return next.expiresAt();
    }

    private static boolean isAnother(Authentication present, Authentication next) {
        return next.isOfSamePersonAs(present) && !next.isOver(Instant.now());
    }
}
