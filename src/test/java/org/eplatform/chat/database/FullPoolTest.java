package org.eplatform.chat.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FullPoolTest {

    @Inject
    AgroalDataSource pool;

    @Test
    void halfOfItIsOpenOnceTheServiceListensAndStaysSo() {
        Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            assertThat(pool.getMetrics().activeCount() + pool.getMetrics().availableCount()).isGreaterThanOrEqualTo(10);
            assertThat(pool.getConfiguration().connectionPoolConfiguration().minSize()).isEqualTo(10);
        });
    }
}
