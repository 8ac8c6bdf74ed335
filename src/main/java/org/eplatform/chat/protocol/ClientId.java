package org.eplatform.chat.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/// The name that the client gives to a message when it is written, and keeps over every retry: unique for ever per sender and conversation.
public record ClientId(@JsonValue String value) {

    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ClientId {
        if (!ALLOWED.matcher(InvalidField.required("clientId", value)).matches()) {
            throw InvalidField.invalid("clientId must be 1 to 64 of A-Z a-z 0-9 . _ : -");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
