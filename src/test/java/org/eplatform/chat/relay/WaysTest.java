package org.eplatform.chat.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.util.stream.IntStream;
import org.eplatform.chat.testsupport.LogLines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WaysTest {

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Ways ways = new Ways(metrics);
    private final LogLines log = new LogLines(Ways.class.getName());

    @AfterEach
    void stopListening() {
        log.close();
    }

    @Test
    void oneThatIsLostIsCountedAndSaidOnceAndOnceMoreWhenItIsBack() {
        ways.isThere(Way.HEARING);
        ways.isLost(Way.HEARING, new IOException("no route"));
        ways.isLost(Way.HEARING, new IOException("no route"));
        double whileLost = lost();
        ways.isThere(Way.HEARING);
        ways.isThere(Way.HEARING);

        assertThat(whileLost).isEqualTo(1);
        assertThat(lost()).isZero();
        assertThat(log.with("hear others by Redis")).hasSize(2).first().asString().contains("no route");
    }

    @Test
    void oneThatComesAndGoesDoesNotFillTheLog() {
        IntStream.range(0, 1_000).forEach(_ -> {
            ways.isLost(Way.TELLING, new IOException("full"));
            ways.isThere(Way.TELLING);
        });

        assertThat(log.with("tell others by Redis")).hasSize(2);
    }

    @Test
    void eachIsLostByItself() {
        ways.isLost(Way.TELLING, new IOException("no route"));
        ways.isLost(Way.HEARING, new IOException("no route"));
        ways.isThere(Way.TELLING);

        assertThat(lost()).isEqualTo(1);
    }

    private double lost() {
        return metrics.get("chat.relay.ways.lost").gauge().value();
    }
}
