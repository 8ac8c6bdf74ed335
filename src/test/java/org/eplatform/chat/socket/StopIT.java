package org.eplatform.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.stream.IntStream;
import org.eplatform.chat.testsupport.PackagedService;
import org.eplatform.chat.testsupport.Socket;
import org.junit.jupiter.api.Test;

/// SIGTERM, at the packaged service.
class StopIT {

    @Test
    void connectionsAreToldOfTheRestartAndNothingFailsOnTheWay() throws Exception {
        int code;
        String log;
        try (var service = PackagedService.start()) {
            var socket = Socket.connect(service.socketAddress(), service.token("alice"));
            socket.await("welcome");

            service.stop();

            code = socket.awaitClose();
            log = service.log();
        }
        assertThat(code).isEqualTo(1012);
        assertThat(log).doesNotContain("ERROR");
    }

    /// P8: many connections take a while to end, and meanwhile the others are served and nobody is let in.
    @Test
    void p8WhileConnectionsEndOneAfterTheOtherNobodyIsLetInAndEverybodyWasTold() throws Exception {
        try (var service = PackagedService.start()) {
            // Given
            var sockets = IntStream.range(0, 600).mapToObj(_ -> Socket.connect(service.socketAddress(), service.token("alice"))).toList();
            sockets.forEach(socket -> socket.await("welcome"));
            var stopping = Thread.ofVirtual().unstarted(() -> stop(service));

            // When
            stopping.start();

            // Then
            sockets.forEach(socket -> assertThat(socket.await("draining").path("retryAfterMs").asLong()).isBetween(0L, 1_500L));
            assertThat(service.status("/q/health/ready")).isEqualTo(503);
            assertThat(service.status("/q/health/live")).isEqualTo(200);
            assertThat(catchThrowable(() -> Socket.connect(service.socketAddress(), service.token("bob")))).hasCauseInstanceOf(WebSocketHandshakeException.class);
            assertThat(sockets).allSatisfy(socket -> assertThat(socket.awaitClose()).isEqualTo(1012));
            assertThat(stopping.join(Duration.ofSeconds(25))).isTrue();
        }
    }

    private static void stop(PackagedService service) {
        try {
            service.stop();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
