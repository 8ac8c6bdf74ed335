package org.eplatform.chat.memory;

import io.quarkus.runtime.ImageMode;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eplatform.chat.replica.Steady;
import org.graalvm.nativeimage.RuntimeOptions;

/// The executable gives back what it does not need once it is quiet. Its collector runs when as much has been allocated as it lets, and keeps what it has freed
/// for the next time: what a start or thousands of handshakes have left behind would be held by a service that has nothing to do. A JVM has options for that
/// (`-XX:G1PeriodicGCInterval`).
@Singleton
class SpareMemory {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    /// How much the collector keeps of what it freed, in bytes; 0 is as much as it will need until the next collection.
    private static final String KEEP = "MaxHeapFree";

    private final Quiet quiet = new Quiet();
    private final Steady looks = new Steady("spare-memory", this::look);

    void begin(@ObservesAsync HttpServerStart listening) {
        if (ImageMode.current() == ImageMode.NATIVE_RUN) {
            looks.start();
        }
    }

    @PreDestroy
    void end() {
        looks.stop();
    }

    private void look() throws InterruptedException {
        Thread.sleep(BETWEEN_LOOKS);
        if (quiet.isTime(used())) {
            giveBack();
            quiet.collected(used());
        }
    }

    private static void giveBack() {
        RuntimeOptions.set(KEEP, 1L);
        try {
            System.gc();
        } finally {
            RuntimeOptions.set(KEEP, 0L);
        }
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
