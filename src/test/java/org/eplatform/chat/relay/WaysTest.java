package org.eplatform.chat.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
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
    void oneThatIsLostAgainAndStaysLostIsSaidLater() {
        var impatient = new Ways(metrics, Duration.ofMillis(50));
        impatient.isLost(Way.LISTENING, new IOException("first"));
        impatient.isThere(Way.LISTENING);

        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> {
            impatient.isLost(Way.LISTENING, new IOException());
            return log.with("hear others by LISTEN").size() == 3;
        });

        assertThat(log.with("hear others by LISTEN").getLast()).contains("java.io.IOException");
    }

    @Test
    void whatIsGivenUpAtTheEndIsNotLost() {
        ways.stop(new ShutdownEvent());

        ways.isLost(Way.TELLING, new IOException("closed"));

        assertThat(lost()).isZero();
        assertThat(log.with("tell others by Redis")).isEmpty();
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
