package org.eplatform.chat.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// The name of a conversation: a UUID (RFC 9562) in its canonical form. A name, never a cursor.
public record ConversationId(UUID value) {

    public ConversationId {
        InvalidField.required("conversationId", value);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ConversationId fromString(String text) {
        return new ConversationId(Uuids.parse("conversationId", text));
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
