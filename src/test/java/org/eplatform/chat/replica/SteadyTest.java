package org.eplatform.chat.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.eplatform.chat.testsupport.LogLines;
import org.junit.jupiter.api.Test;

class SteadyTest {

    @Test
    void aStepThatFailsIsLoggedAndNotTheLast() {
        var steps = new AtomicInteger();
        var stopped = new CountDownLatch(1);
        var steady = new Steady("example", () -> {
            if (steps.incrementAndGet() == 1) {
                throw new IllegalStateException("unforeseen");
            }
            stopped.await();
        });
        try (var log = new LogLines(Steady.class.getName())) {
            steady.start();

            Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> steps.get() == 2);
            assertThat(log.with("A step of example failed")).hasSize(1);
        } finally {
            steady.stop();
        }
    }
}
