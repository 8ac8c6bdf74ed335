package org.eplatform.chat.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// The platform's own user id: 1 to 255 UTF-16 units without control characters.
public record UserId(@JsonValue String value) implements Comparable<UserId> {

    public static final int MAX_LENGTH = 255;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public UserId {
        InvalidField.required("userId", value);
        if (value.isBlank() || value.length() > MAX_LENGTH || !WellFormed.test(value) || value.chars().anyMatch(Character::isISOControl)) {
            throw InvalidField.invalid("userId must be 1 to " + MAX_LENGTH + " printable characters");
        }
    }

    @Override
    public int compareTo(UserId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
