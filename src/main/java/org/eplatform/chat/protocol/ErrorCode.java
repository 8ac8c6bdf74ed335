package org.eplatform.chat.protocol;

import com.fasterxml.jackson.annotation.JsonValue;

/// Everything that can be refused, the same on REST and on the socket. The names are part of the wire: `docs/protocol.md` lists them.
public enum ErrorCode {
    MALFORMED_JSON(400, "Not readable as JSON"),
    INVALID_REQUEST(400, "A field or parameter is missing, of the wrong type or out of range"),
    UNKNOWN_TYPE(400, "No such command"),
    EMPTY_MESSAGE(400, "The message has no text"),
    MESSAGE_TOO_LONG(400, "The message is too long"),
    INVALID_TEXT(400, "The text is not well-formed"),
    QUERY_TOO_SHORT(400, "The search is too short"),
    SELF_CONVERSATION(400, "A conversation needs somebody else"),
    UNAUTHENTICATED(401, "A valid access token is needed"),
    FORBIDDEN(403, "Not permitted"),
    USER_DISABLED(403, "This person is disabled"),
    USER_NOT_FOUND(404, "No such person"),
    CONVERSATION_NOT_FOUND(404, "No such conversation"),
    MESSAGE_NOT_FOUND(404, "No such message"),
    NOT_FOUND(404, "No such path"),
    METHOD_NOT_ALLOWED(405, "This path does not answer that method"),
    NOT_ACCEPTABLE(406, "No representation fits the Accept header"),
    PAYLOAD_TOO_LARGE(413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body must be application/json"),
    RATE_LIMITED(429, "Too many in a short time"),
    INTERNAL(500, "Something went wrong on our side"),
    BUSY(503, "The service is busy");

    private final int status;
    private final String title;

    ErrorCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /// The HTTP status (RFC 9110) that goes with it.
    public int status() {
        return status;
    }

    /// One short sentence, the same for every occurrence (RFC 9457, `title`).
    public String title() {
        return title;
    }

    /// The name on the wire, such as `conversation_not_found`.
    @JsonValue
    public String wireName() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
