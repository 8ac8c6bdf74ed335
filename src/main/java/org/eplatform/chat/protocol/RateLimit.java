package org.eplatform.chat.protocol;

import com.fasterxml.jackson.annotation.JsonValue;

/// What may be done only so often, by the name that a refusal tells. `docs/protocol.md` lists them, `docs/configuration.md` how often.
public enum RateLimit {
    /// Messages that one person writes, edits included.
    SENDS,
    /// The same in one conversation.
    SENDS_TO_CONVERSATION,
    /// What one person tells of their typing in one conversation.
    TYPING,
    /// Conversations that one person starts.
    CONVERSATIONS,
    /// Searches of one person in the directory.
    SEARCHES,
    /// Connections that one person opens.
    HANDSHAKES,
    /// Connections that are opened from one address.
    HANDSHAKES_FROM_ADDRESS,
    /// Calls from one address without a valid token.
    FAILED_LOGINS;

    /// The name on the wire, such as `sends_to_conversation`.
    @JsonValue
    public String wireName() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
