package org.eplatform.chat.error;

import org.eplatform.chat.protocol.ErrorCode;

/// Something was refused. The detail is for the caller's developer and never holds what somebody wrote.
public final class ChatException extends RuntimeException {

    private final ErrorCode code;

    public ChatException(ErrorCode code, String detail) {
        // No stack trace: a refusal is an answer, not an accident, and hostile callers make many.
        super(detail, null, false, false);
        this.code = code;
    }

    public ErrorCode code() {
        return code;
    }
}
