package org.eplatform.chat.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A bearer token in the form of RFC 6750, 2.1, at most [#MAX_LENGTH] characters. What it says is for others to check. Its text shows nowhere but on the wire.
public record AccessToken(@JsonValue String value) {

    /// As much as fits into the headers of a call.
    public static final int MAX_LENGTH = 16_384;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AccessToken {
        InvalidField.required("token", value);
        if (value.isEmpty() || value.length() > MAX_LENGTH || !value.chars().allMatch(AccessToken::isPermitted)) {
            throw InvalidField.invalid("token must be 1 to " + MAX_LENGTH + " characters of A-Z a-z 0-9 - . _ ~ + / =");
        }
    }

    private static boolean isPermitted(int c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || "-._~+/=".indexOf(c) >= 0;
    }

    @Override
    public String toString() {
        return "AccessToken[...]";
    }
}
