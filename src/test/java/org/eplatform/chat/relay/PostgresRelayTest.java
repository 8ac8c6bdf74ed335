package org.eplatform.chat.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.stream.IntStream;
import org.eplatform.chat.limit.Overflows;
import org.junit.jupiter.api.Test;

class PostgresRelayTest {

    @Test
    void p9NewsThatThereIsNoRoomForIsCountedAndNobodyWaits() {
        var metrics = new SimpleMeterRegistry();
        var relay = new PostgresRelay(null, null, new Overflows(metrics));

        IntStream.range(0, PostgresRelay.CAPACITY + 3).forEach(_ -> relay.tell(new News.Ended()));

        assertThat(metrics.counter("chat.queue.overflows", "queue", "relay_out").count()).isEqualTo(3);
    }
}
