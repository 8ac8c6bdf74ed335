package org.eplatform.chat.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// What somebody wrote: not blank, at most [#MAX_CODE_POINTS], kept exactly as sent.
public record MessageText(@JsonValue String value) {

    public static final int MAX_CODE_POINTS = 8_000;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MessageText {
        InvalidField.required("body", value);
        if (value.codePointCount(0, value.length()) > MAX_CODE_POINTS) {
            throw new InvalidField(ErrorCode.MESSAGE_TOO_LONG, "body may have at most " + MAX_CODE_POINTS + " code points");
        }
        if (!WellFormed.test(value)) {
            throw new InvalidField(ErrorCode.INVALID_TEXT, "body must not contain U+0000 or a lone surrogate");
        }
        if (value.codePoints().allMatch(MessageText::isBlank)) {
            throw new InvalidField(ErrorCode.EMPTY_MESSAGE, "body must contain more than white space");
        }
    }

    /// White space in the sense of a reader: `Character.isWhitespace` leaves out the no-break spaces and the invisible joiners.
    private static boolean isBlank(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint) || Character.getType(codePoint) == Character.FORMAT
                || Character.isISOControl(codePoint);
    }
}
