package org.eplatform.chat.protocol;

/// An error on REST: `application/problem+json` (RFC 9457) with our `code` and the trace that finds it in the log.
public record Problem(String type, String title, int status, String detail, ErrorCode code, String traceId) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem of(ErrorCode code, String detail, String traceId) {
        return new Problem("urn:eplatform:chat:error:" + code.wireName(), code.title(), code.status(), detail, code, traceId);
    }
}
