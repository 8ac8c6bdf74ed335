package org.eplatform.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.eplatform.chat.dev.DevDatabase;
import org.eplatform.chat.testsupport.FrozenDatabase;
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

            // When
            var stopping = CompletableFuture.supplyAsync(() -> stop(service), Thread::startVirtualThread);

            // Then
            sockets.forEach(socket -> assertThat(socket.await("draining").path("retryAfterMs").asLong()).isBetween(0L, 500L));
            assertThat(service.status("/q/health/ready")).isEqualTo(503);
            assertThat(service.status("/q/health/live")).isEqualTo(200);
            assertThat(catchThrowable(() -> Socket.connect(service.socketAddress(), service.token("bob"))).getCause())
                    .isInstanceOfSatisfying(WebSocketHandshakeException.class, refused -> {
                        assertThat(refused.getResponse().statusCode()).isEqualTo(503);
                        assertThat(refused.getResponse().headers().firstValueAsLong("Retry-After")).isPresent();
                    });
            assertThat(sockets).allSatisfy(socket -> assertThat(socket.awaitClose()).isEqualTo(1012));
            assertThat(stopping.join()).isLessThan(Duration.ofSeconds(25));
        }
    }

    /// P8: the database stands still when the signal comes, so that what was sent is certainly on its way.
    @Test
    void p8WhatIsOnItsWayWhenItStopsIsAcknowledgedBeforeTheConnectionEnds() throws Exception {
        var database = DevDatabase.empty();
        try (var service = PackagedService.beside(database, Map.of())) {
            // Given
            service.startProcess();
            var conversation = service.conversation("alice", "bob");
            var socket = Socket.connect(service.socketAddress(), service.token("alice"));
            socket.await("welcome");
            CompletableFuture<Duration> stopping;
            try (var _ = FrozenDatabase.freeze(database)) {
                IntStream.range(0, 64).forEach(i -> socket.send("s" + i, conversation, "c" + i, "message"));
                // They were read before it.
                socket.say(Map.of("type", "ping", "id", "p"));
                socket.answerTo("p");

                // When
                stopping = CompletableFuture.supplyAsync(() -> stop(service), Thread::startVirtualThread);
                socket.await("draining");
            }

            // Then
            assertThat(socket.awaitClose()).isEqualTo(1012);
            assertThat(IntStream.range(0, 64).mapToObj(i -> socket.answerTo("s" + i).path("type").asText())).containsOnly("ack");
            assertThat(stopping.join()).isLessThan(Duration.ofSeconds(25));
        }
    }

    /// How long it takes. What does not end is killed a little later than that may be.
    private static Duration stop(PackagedService service) {
        long asked = System.nanoTime();
        try {
            service.stop();
            return Duration.ofNanos(System.nanoTime() - asked);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
