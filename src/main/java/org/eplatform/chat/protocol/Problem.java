package org.eplatform.chat.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;

/// An error on REST: `application/problem+json` (RFC 9457) with our `code`, the trace that finds it in the log, and the limit when it was one.
public record Problem(String type, String title, int status, String detail, ErrorCode code, String traceId,
        @JsonInclude(JsonInclude.Include.NON_NULL) RateLimit limit) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem of(ErrorCode code, String detail, String traceId) {
        return of(code, detail, traceId, null);
    }

    /// `limit` may be null.
    public static Problem of(ErrorCode code, String detail, String traceId, RateLimit limit) {
        return new Problem("urn:eplatform:chat:error:" + code.wireName(), code.title(), code.status(), detail, code, traceId, limit);
    }
}
