package org.eplatform.chat.protocol;

/// A value of the wire that breaks its own rule. Thrown by the records of this package while they are made, so that a wrong value never exists.
public final class InvalidField extends IllegalArgumentException {

    private final ErrorCode code;

    public InvalidField(ErrorCode code, String detail) {
        super(detail);
        this.code = code;
    }

    public ErrorCode code() {
        return code;
    }

    /// The general case: something is missing, of the wrong shape or out of range.
    public static InvalidField invalid(String detail) {
        return new InvalidField(ErrorCode.INVALID_REQUEST, detail);
    }

    /// The value, unless it is missing.
    public static <T> T required(String name, T value) {
        if (value == null) {
            throw invalid(name + " is missing");
        }
        return value;
    }
}
