package org.eplatform.chat.protocol;

/// Why the service ends a connection (RFC 6455, 7.4). The client may reconnect after each of them but [#FORBIDDEN].
public enum CloseCode {
    /// Our bug.
    INTERNAL(1011),
    /// The service restarts.
    RESTART(1012),
    /// The service cannot take the connection now.
    OVERLOADED(1013),
    /// The token has expired, or is not one that the chat can use: come back with a new one.
    UNAUTHENTICATED(4001),
    /// The person may not come in. Coming back is of no use.
    FORBIDDEN(4003),
    /// The client reads too slowly; what it missed can be read again.
    TOO_SLOW(4008),
    /// The client sends faster than its commands can be carried out.
    TOO_MANY_COMMANDS(4029),
    /// The person has as many connections as one may have. Those stay.
    TOO_MANY_CONNECTIONS(4029);

    private final int code;

    CloseCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
