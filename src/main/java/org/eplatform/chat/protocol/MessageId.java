package org.eplatform.chat.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// The name of a message: a UUID (RFC 9562) in its canonical form. A name, never a cursor.
public record MessageId(UUID value) {

    public MessageId {
        InvalidField.required("messageId", value);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static MessageId fromString(String text) {
        return new MessageId(Uuids.parse("messageId", text));
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
