package org.eplatform.chat.user;

import java.security.Principal;
import org.eclipse.microprofile.jwt.JsonWebToken;

/// Who comes with a handshake. The framework keeps a caller as long as the socket is open; the claims of the token, which are kilobytes, are let go once it has
/// been read.
public final class ArrivingCaller implements Principal {

    private final String name;
    private volatile JsonWebToken token;

    ArrivingCaller(JsonWebToken token) {
        name = token.getName();
        this.token = token;
    }

    @Override
    public String getName() {
        return name;
    }

    /// Null when it was let go.
    JsonWebToken token() {
        return token;
    }

    /// From now on nobody learns from this who it is.
    public void forget() {
        token = null;
    }
}
