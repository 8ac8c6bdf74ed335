package org.eplatform.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.eplatform.chat.limit.Overflows;
import org.junit.jupiter.api.Test;

/// P9: what a queue of one connection has no room for is counted, once.
class OverflowsTest {

    private static final Executor BUSY = _ -> { };

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Overflows overflows = new Overflows(metrics);
    private final Connection connection = new Connection(silent(), BUSY, overflows);

    @Test
    void p9CommandsThatWaitForTheDatabase() {
        var taken = IntStream.rangeClosed(0, Mailbox.CAPACITY + 10).filter(_ -> connection.work(() -> { })).count();

        assertThat(taken).isEqualTo(Mailbox.CAPACITY);
        assertThat(counted("inbound")).isOne();
    }

    @Test
    void p9WritesThatAreNotAnsweredYet() {
        var taken = IntStream.rangeClosed(0, Connection.MAX_UNANSWERED + 10).filter(_ -> connection.asked()).count();

        assertThat(taken).isEqualTo(Connection.MAX_UNANSWERED);
        assertThat(counted("unanswered")).isOne();
    }

    @Test
    void p9FramesForAClientThatDoesNotRead() {
        IntStream.rangeClosed(0, Outbox.CAPACITY + 10).forEach(_ -> connection.deliver("{}"));

        assertThat(counted("outbound")).isOne();
    }

    @Test
    void p9SubjectsOfWhichAClientHasSomethingToHear() {
        IntStream.range(0, Outbox.MAX_SUBJECTS + 3).forEach(subject -> connection.mention(subject, "{}"));

        assertThat(counted("mentions")).isEqualTo(3);
    }

    @Test
    void p9ConnectionsThatWaitTooLongToBeOpened() throws InterruptedException {
        var openings = new Openings(1, Duration.ofMillis(10), overflows);
        var held = new CountDownLatch(1);
        var over = new CountDownLatch(1);
        var first = Thread.ofVirtual().start(() -> openings.inTurn(() -> {
            held.countDown();
            await(over);
        }));
        await(held);

        boolean opened = openings.inTurn(() -> { });

        assertThat(opened).isFalse();
        assertThat(counted("openings")).isOne();
        over.countDown();
        first.join(Duration.ofSeconds(5));
        assertThat(openings.inTurn(() -> { })).isTrue();
        assertThat(openings.waiting()).isZero();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private double counted(String queue) {
        return metrics.counter("chat.queue.overflows", "queue", queue).count();
    }

    /// A network that takes what it is given and never says so.
    private static WebSocketConnection silent() {
        return (WebSocketConnection) Proxy.newProxyInstance(OverflowsTest.class.getClassLoader(), new Class<?>[] {WebSocketConnection.class},
                (_, method, _) -> method.getReturnType() == Uni.class ? Uni.createFrom().nothing() : method.getReturnType() == boolean.class ? false : null);
    }
}
