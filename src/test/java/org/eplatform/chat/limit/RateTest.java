package org.eplatform.chat.limit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateTest {

    @ParameterizedTest
    @CsvSource({"0,PT1S,burst", "-1,PT1S,burst", "1000000001,PT1S,burst", "1,PT0S,refill", "1,PT-1S,refill", "1,PT24H0.001S,refill"})
    void whatMakesNoSenseIsRefusedByTheNameOfItsSetting(int burst, Duration refill, String wrong) {
        assertThatThrownBy(() -> new Rate("chat.limit.sends", burst, refill)).isInstanceOf(ConfigurationException.class).hasMessageStartingWith("chat.limit.sends." + wrong);
    }

    @Test
    void theWidestAndTheNarrowestAreTaken() {
        assertThatCode(() -> {
            new Rate("chat.limit.sends", 1_000_000_000, Duration.ofDays(1)).bandwidth();
            new Rate("chat.limit.sends", 1, Duration.ofNanos(1)).bandwidth();
        }).doesNotThrowAnyException();
    }
}
