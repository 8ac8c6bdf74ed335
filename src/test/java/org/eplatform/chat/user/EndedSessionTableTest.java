package org.eplatform.chat.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eplatform.chat.database.Queries;
import org.eplatform.chat.protocol.UserId;
import org.eplatform.chat.replica.FromElsewhere;
import org.eplatform.chat.replica.Replica;
import org.junit.jupiter.api.Test;

/// A logout that one process heard of, as another one learns of it.
@QuarkusTest
class EndedSessionTableTest {

    private static final String ISSUER = "https://login.example";

    private final String subject = UUID.randomUUID().toString();
    private final Instant at = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private final EndedSessions others = new EndedSessions();

    @Inject
    Queries queries;

    @Inject
    Replica replica;

    @Inject
    Event<SessionEnded> ended;

    @Inject
    @FromElsewhere
    Event<SessionEnded> endedElsewhere;

    @Test
    void aProcessThatStartsLaterRefusesTheTokensOfASessionThatEnded() {
        ended.fire(new SessionEnded.LoggedOut(ISSUER, subject, null, at));

        new EndedSessionTable(queries, replica, others, endedElsewhere).load(null);

        assertThat(others.cover(caller(at.minusSeconds(1)))).isTrue();
        assertThat(others.cover(caller(at.plusSeconds(1)))).isFalse();
    }

    @Test
    void whatAnotherProcessToldIsNotWrittenDownAgain() {
        endedElsewhere.fire(new SessionEnded.LoggedOut(ISSUER, subject, null, at));

        new EndedSessionTable(queries, replica, others, endedElsewhere).load(null);

        assertThat(others.cover(caller(at.minusSeconds(1)))).isFalse();
    }

    private Authentication caller(Instant issuedAt) {
        return new Authentication(new UserId("somebody"), ISSUER, subject, null, issuedAt, issuedAt.plus(Duration.ofHours(1)));
    }
}
