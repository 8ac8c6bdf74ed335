package org.eplatform.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import org.eplatform.chat.testsupport.Person;
import org.eplatform.chat.testsupport.Socket;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ExpiryTest {

    private static final Duration SHORT = Duration.ofSeconds(3);

    @Test
    void aConnectionEndsSoonAfterItsTokenExpires() {
        var alice = Person.someone("alice");
        var expires = Instant.now().plus(SHORT);

        try (var socket = Socket.of(alice.withTokenFor(SHORT))) {

            assertThat(socket.awaitClose()).isEqualTo(4001);
            assertThat(Instant.now()).isBetween(expires.minusSeconds(1), expires.plusSeconds(5));
        }
    }
}
