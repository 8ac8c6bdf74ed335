package org.eplatform.chat.socket;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.eplatform.chat.error.ChatException;
import org.eplatform.chat.error.Refusal;
import org.eplatform.chat.limit.ClientAddress;
import org.eplatform.chat.limit.Limits;
import org.eplatform.chat.limit.Limits.Claim;
import org.eplatform.chat.limit.RateLimited;
import org.eplatform.chat.protocol.RateLimit;
import org.eplatform.chat.user.Callers;
import org.eplatform.chat.user.HandshakeToken;

/// Lets in whoever comes not too often, when there is room. It comes after the token was checked: strangers cannot use up the room. Nor can one person, or one
/// address: who comes too often is told so, and takes none of it.
@Singleton
class HandshakeGate implements HttpUpgradeCheck {

    private final Room room;
    private final FullHouse fullHouse;
    private final Limits limits;
    private final Callers callers;

    HandshakeGate(Room room, FullHouse fullHouse, Limits limits, Callers callers) {
        this.room = room;
        this.fullHouse = fullHouse;
        this.limits = limits;
        this.callers = callers;
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext handshake) {
        return handshake.securityIdentity().map(caller -> check(caller, handshake.httpRequest()));
    }

    private CheckResult check(SecurityIdentity caller, HttpServerRequest request) {
        try {
            limits.take(new Claim(RateLimit.HANDSHAKES, callers.named(caller.getPrincipal())), new Claim(RateLimit.HANDSHAKES_FROM_ADDRESS, ClientAddress.of(request)));
        } catch (RateLimited tooOften) {
            var refusal = Refusal.of(tooOften);
            return sendAway(refusal.code().status(), refusal.retryAfterSeconds());
        } catch (ChatException nobody) {
            return CheckResult.rejectUpgradeSync(nobody.code().status());
        }
        if (!room.take()) {
            return sendAway(503, fullHouse.sendAway());
        }
        HandshakeToken.forget(request.headers());
        return CheckResult.permitUpgradeSync();
    }

    private static CheckResult sendAway(int status, long seconds) {
        return CheckResult.rejectUpgradeSync(status, Map.of("Retry-After", List.of(String.valueOf(seconds))));
    }
}
