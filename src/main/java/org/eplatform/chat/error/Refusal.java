package org.eplatform.chat.error;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.core.exc.StreamWriteException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import java.io.CharConversionException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eplatform.chat.limit.RateLimited;
import org.eplatform.chat.protocol.ErrorCode;
import org.eplatform.chat.protocol.InvalidField;
import org.eplatform.chat.protocol.RateLimit;

/// What is told to the caller about a failure: a code, and a detail that never shows our insides; how long to wait before another try, and which limit was reached, each null
/// when there is none.
public record Refusal(ErrorCode code, String detail, Duration retryAfter, RateLimit limit) {

    /// How long the caller of a busy service should wait.
    private static final Duration WHEN_BUSY = Duration.ofSeconds(2);

    public Refusal(ErrorCode code, String detail) {
        this(code, detail, code == ErrorCode.BUSY ? WHEN_BUSY : null, null);
    }

    /// The one place that knows which failure means what.
    public static Refusal of(Throwable failure) {
        return find(failure).orElseGet(Refusal::internal);
    }

    /// Empty when nothing in the chain of causes is known here. The depth is bounded, since causes can be made to form a ring.
    static Optional<Refusal> find(Throwable failure) {
        var cause = failure;
        for (int depth = 0; cause != null && depth < 16; depth++, cause = cause.getCause()) {
            var refusal = known(cause);
            if (refusal != null) {
                return Optional.of(refusal);
            }
        }
        return Optional.empty();
    }

    /// The wait in milliseconds, rather too long than too short; null when there is none.
    public Long retryAfterMs() {
        return retryAfter == null ? null : retryAfter.plusNanos(999_999).toMillis();
    }

    /// The same in seconds, as `Retry-After` has it (RFC 9110, 10.2.3).
    public long retryAfterSeconds() {
        return retryAfter.plusNanos(999_999_999).toSeconds();
    }

    /// Whether it is our fault and belongs into the log.
    public boolean isOurs() {
        return code == ErrorCode.INTERNAL;
    }

    private static Refusal known(Throwable cause) {
        return switch (cause) {
            case ChatException e -> new Refusal(e.code(), e.getMessage());
            case RateLimited e -> new Refusal(ErrorCode.RATE_LIMITED, e.getMessage(), e.retryAfter(), e.limit());
            case BadRow _ -> internal();
            case InvalidField e -> new Refusal(e.code(), e.getMessage());
            case InvalidDefinitionException _ -> internal();
            case InvalidTypeIdException e -> e.getTypeId() == null
                    ? new Refusal(ErrorCode.INVALID_REQUEST, "type is missing")
                    : new Refusal(ErrorCode.UNKNOWN_TYPE, "The socket knows no command of this type.");
            // What fails while we write is no fault of the caller.
            case JsonMappingException e when !(e.getProcessor() instanceof JsonParser) -> internal();
            case StreamWriteException _ -> internal();
            // A mapping failure that wraps one of ours tells more in its cause.
            case JsonMappingException e when e.getCause() instanceof InvalidField inner -> new Refusal(inner.code(), inner.getMessage());
            case JsonMappingException e when e.getPath().isEmpty() || e.getCause() instanceof StreamReadException inner && !(inner instanceof InputCoercionException)
                    -> malformed();
            case JsonMappingException e -> new Refusal(ErrorCode.INVALID_REQUEST, path(e) + " has the wrong type or is missing");
            case JsonProcessingException _ -> malformed();
            case CharConversionException _ -> malformed();
            case AuthenticationException _ -> unauthenticated();
            case UnauthorizedException _ -> unauthenticated();
            case ForbiddenException _ -> new Refusal(ErrorCode.FORBIDDEN, "The token does not permit this.");
            default -> Busy.isMeantBy(cause) ? busy() : null;
        };
    }

    public static Refusal busy() {
        return new Refusal(ErrorCode.BUSY, "The service is busy. Try again later.");
    }

    private static Refusal internal() {
        return new Refusal(ErrorCode.INTERNAL, "The failure is in the log under this traceId.");
    }

    private static Refusal malformed() {
        return new Refusal(ErrorCode.MALFORMED_JSON, "The text is not one well-formed JSON object.");
    }

    private static Refusal unauthenticated() {
        return new Refusal(ErrorCode.UNAUTHENTICATED, "Send a valid access token of the platform's provider.");
    }

    private static String path(JsonMappingException e) {
        var path = e.getPath().stream().map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
        // A field name comes from the caller: a long or strange one is not repeated.
        return path.matches("[A-Za-z0-9.\\[\\]]{1,64}") ? path : "The body";
    }
}
