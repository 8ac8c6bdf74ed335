package org.eplatform.chat.error;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.function.Supplier;
import org.eplatform.chat.audit.Audit;
import org.eplatform.chat.audit.AuditEvent;
import org.eplatform.chat.limit.ClientAddress;
import org.eplatform.chat.limit.Limits;
import org.eplatform.chat.limit.RateLimited;
import org.eplatform.chat.protocol.ErrorCode;
import org.eplatform.chat.protocol.RateLimit;

/// Counts the calls without a valid token, by where they come from. A valid token is never refused for what others at the same address do: many share one, and else anybody
/// among them could lock the others out.
@Singleton
class FailedLogins {

    private final Limits limits;
    private final Audit audit;

    FailedLogins(Limits limits, Audit audit) {
        this.limits = limits;
        this.audit = audit;
    }

    /// The same refusal, or the limit's when there were too many of this kind. `why` is for the audit log.
    Refusal count(Refusal refusal, String why, Supplier<HttpServerRequest> call) {
        if (refusal.code() != ErrorCode.UNAUTHENTICATED) {
            return refusal;
        }
        var address = ClientAddress.of(call.get());
        try {
            limits.take(RateLimit.FAILED_LOGINS, address);
            audit.record(new AuditEvent.LoginRefused(why, address.network()));
            return refusal;
        } catch (RateLimited tooMany) {
            return Refusal.of(tooMany);
        }
    }
}
