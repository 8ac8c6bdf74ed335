package org.eplatform.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.eplatform.chat.testsupport.AuditLines;
import org.eplatform.chat.testsupport.Rows;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RehearsalTest {

    @Inject
    Rehearsal rehearsal;

    @Inject
    Frames frames;

    @Inject
    Rows rows;

    @Test
    void nothingStaysOfSomebodyWhoOnlyRehearses() {
        try (var audit = new AuditLines()) {
            int rounds = rehearsal.rehearse();

            assertThat(rounds).isPositive();
            assertThat(rows.count("select count(*) from chat_user where id like 'rehearsal-%'")).isZero();
            assertThat(audit.with("rehearsal-")).isEmpty();
        }
    }

    @Test
    void aRehearsalThatFailsIsGivenUp() {
        var broken = new Rehearsal(null, null, null, null, null, null, frames);

        int rounds = broken.rehearse();

        assertThat(rounds).isZero();
    }
}
