package org.eplatform.chat.replica;

import io.quarkus.vertx.http.DomainSocketServerStart;
import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.HttpsServerStart;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicBoolean;

/// An event, once: clients can come in now. What nobody needs before begins with it. A start is bound by its processors, and whatever runs beside it makes
/// everybody wait.
public record Listening() {

    /// The framework tells of each door.
    @Singleton
    static class AtTheFirstDoor {

        private final Event<Listening> event;
        private final AtomicBoolean told = new AtomicBoolean();

        AtTheFirstDoor(Event<Listening> event) {
            this.event = event;
        }

        void opened(@ObservesAsync HttpServerStart door) {
            tell();
        }

        void opened(@ObservesAsync HttpsServerStart door) {
            tell();
        }

        void opened(@ObservesAsync DomainSocketServerStart door) {
            tell();
        }

        private void tell() {
            if (told.compareAndSet(false, true)) {
                event.fire(new Listening());
            }
        }
    }
}
