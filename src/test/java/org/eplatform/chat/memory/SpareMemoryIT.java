package org.eplatform.chat.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.eplatform.chat.testsupport.PackagedService;
import org.eplatform.chat.testsupport.Resident;
import org.junit.jupiter.api.Test;

class SpareMemoryIT {

    private static final long MB = 1_000_000;

    /// It allocates 20 MB, of which it needs the less part.
    @Test
    void theExecutableGivesBackWhatItsStartHasLeftBehind() throws Exception {
        assumeFalse(PackagedService.ARTIFACT.toString().endsWith(".jar"), "a JVM has options of its own for that");

        try (var service = PackagedService.start()) {

            Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(Resident.ownBytes(service.pid())).isLessThan(18 * MB));
        }
    }
}
