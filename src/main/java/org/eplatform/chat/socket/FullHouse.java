package org.eplatform.chat.socket;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.ThreadLocalRandom;

/// Sends away the handshakes for which there is no room before anything is spent on them. When ten thousand come back at once, most of them have to be told to come
/// later, and to check each one's token first takes longer than their patience lasts: all give up while they wait, and come again. It takes nothing from the room, so
/// strangers cannot use it up.
@Singleton
class FullHouse {

    private static final int LONGEST_WAIT_SECONDS = 5;
    private static final int BEFORE_WHO_ASKS_IS_LOOKED_AT = Rfc6455.EARLY - 1;

    private final Room room;
    private final Counter refused;

    FullHouse(Room room, MeterRegistry metrics) {
        this.room = room;
        refused = metrics.counter("chat.handshakes.refused");
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_WHO_ASKS_IS_LOOKED_AT);
    }

    /// Counts one that is sent away, and says after how many seconds it may come again: not the same for everybody, so that they do not all come back at once.
    int sendAway() {
        refused.increment();
        return ThreadLocalRandom.current().nextInt(1, LONGEST_WAIT_SECONDS + 1);
    }

    /// Whoever is sent away keeps no connection meanwhile, which the header alone would leave to them.
    private void check(RoutingContext call) {
        if (!Rfc6455.isUpgrade(call.request()) || room.isLeft()) {
            call.next();
        } else {
            call.response().setStatusCode(503).putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(sendAway())).putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                    .end().onComplete(_ -> call.request().connection().close());
        }
    }
}
