package org.eplatform.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eplatform.chat.testsupport.RawSocket.FIN;
import static org.eplatform.chat.testsupport.RawSocket.PING;
import static org.eplatform.chat.testsupport.RawSocket.PONG;
import static org.eplatform.chat.testsupport.RawSocket.TEXT;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.eplatform.chat.testsupport.Person;
import org.eplatform.chat.testsupport.RawSocket;
import org.eplatform.chat.testsupport.Socket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(HeartbeatTest.Quick.class)
class HeartbeatTest {

    public static class Quick implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("chat.socket.heartbeat", "1s", "chat.socket.pong-deadline", "1s");
        }
    }

    @Inject
    Heartbeat heartbeat;

    private Person alice;

    @BeforeEach
    void person() {
        alice = Person.someone("alice");
    }

    @Test
    void whoNeverAnswersAPingIsClosedAndGoneForTheOthers() throws IOException {
        try (var watcher = Socket.of(Person.someone("bob")); var raw = new RawSocket(alice)) {
            raw.await(TEXT);
            watcher.say(Map.of("type", "presence.watch", "id", "w", "userIds", List.of(alice.id())));
            watcher.await("presence", status -> status.path("online").asBoolean());

            raw.await(PING);

            assertThat(raw.awaitClose()).isEqualTo(4008);
            watcher.await("presence", status -> !status.path("online").asBoolean());
            raw.awaitEnd();
        }
        assertNothingIsKept();
    }

    @Test
    void whoAnswersPingsStays() throws IOException {
        try (var raw = new RawSocket(alice)) {
            raw.await(TEXT);

            for (int i = 0; i < 4; i++) {
                raw.frame(FIN | PONG, raw.await(PING).payload());
            }

            assertStillAnswers(raw);
        }
        assertNothingIsKept();
    }

    @Test
    void whoTalksInsteadOfAnsweringStaysToo() throws IOException {
        try (var raw = new RawSocket(alice)) {
            raw.await(TEXT);

            for (int i = 0; i < 4; i++) {
                raw.await(PING);
                raw.text("{\"type\":\"ping\"}");
            }

            assertStillAnswers(raw);
        }
    }

    private static void assertStillAnswers(RawSocket raw) throws IOException {
        raw.text("{\"type\":\"ping\",\"id\":\"last\"}");
        var answer = raw.await(TEXT);
        while (!answer.text().contains("last")) {
            answer = raw.await(TEXT);
        }
    }

    private void assertNothingIsKept() {
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> heartbeat.open() == 0);
    }
}
