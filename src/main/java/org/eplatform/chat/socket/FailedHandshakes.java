package org.eplatform.chat.socket;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.eplatform.chat.error.Refusal;
import org.eplatform.chat.limit.ClientAddress;
import org.eplatform.chat.limit.Limits;
import org.eplatform.chat.limit.RateLimited;
import org.eplatform.chat.protocol.RateLimit;

/// Counts the handshakes without any token. It comes before the framework's own check, which refuses them without a word; those with a bad token end as REST calls do,
/// and are counted there.
@Singleton
@Priority(Integer.MAX_VALUE)
class FailedHandshakes implements HttpUpgradeCheck {

    private final Limits limits;

    FailedHandshakes(Limits limits) {
        this.limits = limits;
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext handshake) {
        return handshake.securityIdentity().map(caller -> check(caller, handshake.httpRequest()));
    }

    private CheckResult check(SecurityIdentity caller, HttpServerRequest request) {
        try {
            if (caller.isAnonymous()) {
                limits.take(RateLimit.FAILED_LOGINS, ClientAddress.of(request));
            }
            return CheckResult.permitUpgradeSync();
        } catch (RateLimited tooMany) {
            var refusal = Refusal.of(tooMany);
            return CheckResult.rejectUpgradeSync(refusal.code().status(), Map.of("Retry-After", List.of(String.valueOf(refusal.retryAfterSeconds()))));
        }
    }
}
