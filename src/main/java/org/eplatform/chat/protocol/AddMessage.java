package org.eplatform.chat.protocol;

/// The body of `add_message`. `clientId` may stand in the `Idempotency-Key` header instead; `replyTo` may be missing.
public record AddMessage(ClientId clientId, MessageText body, MessageId replyTo) {
    public AddMessage {
        InvalidField.required("body", body);
    }
}
