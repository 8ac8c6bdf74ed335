package org.eplatform.chat.error;

import static org.eplatform.chat.protocol.ErrorCode.INVALID_REQUEST;
import static org.eplatform.chat.protocol.ErrorCode.METHOD_NOT_ALLOWED;
import static org.eplatform.chat.protocol.ErrorCode.NOT_ACCEPTABLE;
import static org.eplatform.chat.protocol.ErrorCode.NOT_FOUND;
import static org.eplatform.chat.protocol.ErrorCode.UNSUPPORTED_MEDIA_TYPE;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import org.eplatform.chat.protocol.ErrorCode;
import org.eplatform.chat.protocol.Problem;
import org.eplatform.chat.protocol.RateLimit;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Tells every failure of a REST call as `application/problem+json` (RFC 9457). Its type stands in no resource, so a native build learns of it here.
@RegisterForReflection(targets = {Problem.class, ErrorCode.class, RateLimit.class})
class ProblemMapper {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    private final BodyLimit limit;
    private final FailedLogins failedLogins;
    private final CurrentVertxRequest call;

    ProblemMapper(BodyLimit limit, FailedLogins failedLogins, CurrentVertxRequest call) {
        this.limit = limit;
        this.failedLogins = failedLogins;
        this.call = call;
    }

    /// The framework answers the named ones itself, each in its own way, unless they are named here.
    @ServerExceptionMapper({Throwable.class, AuthenticationFailedException.class, UnauthorizedException.class,
            ForbiddenException.class, MismatchedInputException.class})
    RestResponse<Problem> refused(Throwable failure) {
        return problem(Refusal.of(failure), failure);
    }

    @ServerExceptionMapper
    RestResponse<Problem> refused(WebApplicationException failure) {
        var refusal = switch (failure.getResponse().getStatus()) {
            case 404 -> AllowedMethods.areOthers() ? methodNotAllowed() : new Refusal(NOT_FOUND, "There is nothing at this path.");
            case 405 -> methodNotAllowed();
            case 406 -> new Refusal(NOT_ACCEPTABLE, "Accept application/json.");
            case 413 -> limit.refusal();
            case 415 -> new Refusal(UNSUPPORTED_MEDIA_TYPE, "Send application/json.");
            // The framework's own 400 has no more to tell, but what a body's reader threw is in its causes.
            case 400 -> Refusal.find(failure).orElseGet(() -> new Refusal(INVALID_REQUEST, "The address, a header or the body cannot be read."));
            default -> Refusal.of(failure);
        };
        return problem(refusal, failure);
    }

    private static Refusal methodNotAllowed() {
        return new Refusal(METHOD_NOT_ALLOWED, "This path does not answer that method.");
    }

    private RestResponse<Problem> problem(Refusal first, Throwable failure) {
        var refusal = failedLogins.count(first, LoginFailure.of(failure), () -> call.getCurrent().request());
        var traceId = TraceId.current();
        if (refusal.isOurs()) {
            LOG.errorf(failure, "A REST call failed, traceId=%s", traceId);
        }
        if (refusal.code() == ErrorCode.BUSY) {
            LOG.warnf("A REST call was refused, code=%s, traceId=%s: %s", refusal.code().wireName(), traceId, failure.getMessage());
        }
        var response = ResponseBuilder.create(Status.fromStatusCode(refusal.code().status()), Problem.of(refusal.code(), refusal.detail(), traceId, refusal.limit()))
                .type(Problem.MEDIA_TYPE);
        if (refusal.retryAfter() != null) {
            response.header(HttpHeaders.RETRY_AFTER, refusal.retryAfterSeconds());
        }
        switch (first.code()) {
            // RFC 6750, 3.1: without any token there is no error to name.
            case UNAUTHENTICATED -> response.header(HttpHeaders.WWW_AUTHENTICATE, failure instanceof UnauthorizedException ? "Bearer" : "Bearer error=\"invalid_token\"");
            case METHOD_NOT_ALLOWED -> response.header(HttpHeaders.ALLOW, AllowedMethods.here());
            default -> { }
        }
        return response.build();
    }
}
