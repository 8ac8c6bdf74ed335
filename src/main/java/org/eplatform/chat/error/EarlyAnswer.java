package org.eplatform.chat.error;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.eplatform.chat.protocol.ErrorCode;
import org.eplatform.chat.protocol.Problem;
import org.jboss.logging.Logger;

/// Tells a refusal where there is no REST call yet that [ProblemMapper] could answer: the same body, the same headers.
@Singleton
public class EarlyAnswer {

    private static final String CHALLENGE = "WWW-Authenticate";
    private static final Logger LOG = Logger.getLogger(EarlyAnswer.class);

    private final ObjectMapper mapper;
    private final FailedLogins failedLogins;

    EarlyAnswer(ObjectMapper mapper, FailedLogins failedLogins) {
        this.mapper = mapper;
        this.failedLogins = failedLogins;
    }

    /// Refuses a login, and counts it. A challenge that is there already stays; `why` is for the audit log.
    public void refuseLogin(RoutingContext call, Refusal refusal, String why) {
        if (refusal.code() == ErrorCode.UNAUTHENTICATED) {
            challenge(call.response());
        }
        refuse(call, failedLogins.count(refusal, why, call::request));
    }

    public void refuse(RoutingContext call, Refusal refusal) {
        var problem = Problem.of(refusal.code(), refusal.detail(), TraceId.current(), refusal.limit());
        try {
            var body = mapper.writeValueAsString(problem);
            if (refusal.retryAfter() != null) {
                call.response().putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(refusal.retryAfterSeconds()));
            }
            call.response().setStatusCode(problem.status()).putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE).end(body);
        } catch (JsonProcessingException e) {
            LOG.errorf(e, "A refusal could not be written, traceId=%s", problem.traceId());
            call.fail(e);
        }
    }

    private static void challenge(HttpServerResponse response) {
        if (!response.headers().contains(CHALLENGE)) {
            response.putHeader(CHALLENGE, "Bearer error=\"invalid_token\"");
        }
    }
}
