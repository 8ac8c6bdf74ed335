package org.eplatform.chat.presence;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.eplatform.chat.protocol.EphemeralEvent;
import org.eplatform.chat.protocol.UserId;
import org.eplatform.chat.testsupport.Person;
import org.junit.jupiter.api.Test;

/// P7: a short absence is none.
@QuarkusTest
@TestProfile(GraceTest.Patient.class)
class GraceTest {

    public static class Patient implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("chat.presence.grace", "2S");
        }
    }

    @Inject
    Presence presence;

    @Inject
    PresenceTest.Ears ears;

    @Test
    void p7WhoComesBackSoonWasNeverAwayAndWhoDoesNotIsToldToHaveLeftOnce() {
        var comesBack = new UserId(Person.someone("alice").id());
        var staysAway = new UserId(Person.someone("bob").id());
        List.of(comesBack, staysAway).forEach(presence::connected);
        List.of(comesBack, staysAway).forEach(presence::disconnected);

        presence.connected(comesBack);

        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> told(staysAway).equals(List.of(true, false)));
        assertThat(told(comesBack)).containsExactly(true);
        assertThat(presence.status(comesBack).online()).isTrue();
        assertThat(presence.status(staysAway).online()).isFalse();
        presence.disconnected(comesBack);
    }

    private List<Boolean> told(UserId user) {
        return ears.heard().stream().filter(told -> told.userId().equals(user)).map(EphemeralEvent.Presence::online).toList();
    }
}
