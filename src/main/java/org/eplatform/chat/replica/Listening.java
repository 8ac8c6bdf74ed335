package org.eplatform.chat.replica;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.DomainSocketServerStart;
import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.HttpsServerStart;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/// An event, once, for who observes it asynchronously: clients can come in now. What nobody needs before begins with it. A start is bound by its processors, and
/// whatever runs beside it makes everybody wait.
public record Listening() {

    /// The framework tells of each door.
    @Singleton
    static class AtTheFirstDoor {

        private static final Logger LOG = Logger.getLogger(Listening.class);

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

        /// A live reload leaves the doors open, and tells of none.
        void reloaded(@Observes @Priority(Integer.MAX_VALUE) StartupEvent start) {
            if (LaunchMode.current() == LaunchMode.DEVELOPMENT) {
                tell();
            }
        }

        private void tell() {
            if (told.compareAndSet(false, true)) {
                event.fireAsync(new Listening()).exceptionally(failure -> {
                    LOG.error("Something that should have begun did not", failure);
                    return null;
                });
            }
        }
    }
}
