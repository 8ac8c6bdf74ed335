package org.eplatform.chat.memory;

import io.quarkus.runtime.ImageMode;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eplatform.chat.replica.Listening;
import org.eplatform.chat.replica.Steady;
import org.graalvm.nativeimage.RuntimeOptions;
import org.jboss.logging.Logger;

/// The executable gives back what it does not need once it is quiet. Its collector runs when as much has been allocated as it lets, and keeps what it has freed
/// for the next time: what a start or thousands of handshakes have left behind would be held by a service that has nothing to do. A JVM has options for that
/// (`-XX:G1PeriodicGCInterval`).
@Singleton
class SpareMemory {

    private static final Logger LOG = Logger.getLogger(SpareMemory.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    /// How much the serial collector, the only one that has this option, keeps of what it freed, in bytes; 0 is as much as it will need until the next collection.
    private static final String KEEP = "MaxHeapFree";

    private final Quiet quiet = new Quiet();
    private final Steady looks = new Steady("spare-memory", this::look);

    void start(@ObservesAsync Listening event) {
        if (ImageMode.current() == ImageMode.NATIVE_RUN && RuntimeOptions.listDescriptors().stream().anyMatch(option -> option.name().equals(KEEP))) {
            looks.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        looks.stop();
    }

    private void look() throws InterruptedException {
        Thread.sleep(BETWEEN_LOOKS);
        long before = used();
        if (quiet.isTime(before)) {
            giveBack();
            long after = used();
            quiet.collected(after);
            LOG.debugf("%d kB of %d kB are left after a quiet moment", after / 1024, before / 1024);
        }
    }

    private static void giveBack() {
        Long before = RuntimeOptions.get(KEEP);
        RuntimeOptions.set(KEEP, 1L);
        try {
            System.gc();
        } finally {
            RuntimeOptions.set(KEEP, before);
        }
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
