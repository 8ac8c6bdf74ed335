package org.eplatform.chat.protocol;

/// The body of `start_conversation`: with whom.
public record StartConversation(UserId userId) {
    public StartConversation {
        InvalidField.required("userId", userId);
    }
}
