package org.eplatform.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.eplatform.chat.testsupport.Person;
import org.eplatform.chat.testsupport.RawSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(HandshakeGateTest.Narrow.class)
class HandshakeGateTest {

    private static final String SWITCHED = "HTTP/1.1 101";
    private static final String BUSY = "HTTP/1.1 503";

    public static class Narrow implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("chat.socket.handshakes-per-second", "5", "chat.socket.max-connections", "3");
        }
    }

    @Inject
    Heartbeat heartbeat;

    @Inject
    Openings openings;

    private final List<RawSocket> opened = new ArrayList<>();
    private Person alice;

    @BeforeEach
    void person() {
        alice = Person.someone("alice");
    }

    @AfterEach
    void disconnect() throws IOException {
        for (var socket : opened) {
            socket.close();
        }
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> heartbeat.open() == 0);
    }

    @Test
    void overTheMostConnectionsAHandshakeIsSentAwayForSomeSeconds() throws IOException {
        for (int i = 1; i <= 3; i++) {
            awaitConnection(i);
        }

        var refused = connect(alice);

        assertThat(refused.answer()).startsWith(BUSY).containsPattern("(?i)retry-after: [1-5]\r\n");
    }

    @Test
    void whenOneGoesAnotherMayCome() throws IOException {
        for (int i = 1; i <= 3; i++) {
            awaitConnection(i);
        }

        opened.getFirst().close();

        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> connect(alice).answer().startsWith(SWITCHED));
    }

    @Test
    void tooManyHandshakesAtOnceAreSentAwayAndTheNextSecondTakesThemAgain() throws IOException {
        Awaitility.await().atMost(Duration.ofSeconds(10)).pollInterval(Duration.ofMillis(1)).until(() -> refusedAndClosed(alice));

        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> connect(alice).answer().startsWith(SWITCHED));
    }

    @Test
    void strangersAreRefusedBeforeTheGateAndCannotUseItUp() throws IOException {
        var stranger = new Person("nobody", "not-a-token");
        // The room may be full from the test before.
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> connect(stranger).answer().startsWith("HTTP/1.1 401"));
        for (int i = 0; i < 10; i++) {
            assertThat(connect(stranger).answer()).startsWith("HTTP/1.1 401");
        }

        assertThat(connect(alice).answer()).startsWith(SWITCHED);
    }

    @Test
    void whoFindsNoRoomIsSentAwayBeforeTheTokenIsLookedAt() throws IOException {
        for (int i = 1; i <= 3; i++) {
            awaitConnection(i);
        }

        var refused = connect(new Person("nobody", "not-a-token"));

        assertThat(refused.answer()).startsWith(BUSY);
        // Keeps no connection meanwhile.
        refused.awaitEnd();
    }

    @Test
    void noMoreThanASecondsHandshakesWaitForTheirTurnToBeOpened() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var over = new CountDownLatch(1);
            Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> {
                threads.execute(() -> openings.inTurn(() -> awaitQuietly(over)));
                return openings.waiting() >= 5;
            });

            assertThat(connect(alice).answer()).startsWith(BUSY);

            over.countDown();
        }
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> connect(alice).answer().startsWith(SWITCHED));
    }

    private static void awaitQuietly(CountDownLatch over) {
        try {
            over.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private RawSocket connect(Person person) throws IOException {
        var socket = new RawSocket(person);
        opened.add(socket);
        return socket;
    }

    /// The bucket may be empty from the test before.
    private void awaitConnection(int open) {
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> connect(alice).answer().startsWith(SWITCHED));
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> heartbeat.open() == open);
    }

    /// One at a time, so that only the rate can be what refuses.
    private boolean refusedAndClosed(Person person) throws IOException {
        try (var socket = connect(person)) {
            if (socket.answer().startsWith(SWITCHED)) {
                socket.hex("8880 00000000");
                socket.awaitEnd();
            }
            return socket.answer().startsWith(BUSY) && heartbeat.open() == 0;
        }
    }
}
