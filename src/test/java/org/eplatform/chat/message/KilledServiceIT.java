package org.eplatform.chat.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.eplatform.chat.testsupport.PackagedService;
import org.eplatform.chat.testsupport.Socket;
import org.junit.jupiter.api.Test;

/// P1: no acknowledged message is lost.
class KilledServiceIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int KILLS = 3;

    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();

    @Test
    void p1WhatWasAcknowledgedIsThereAfterKillNineInTheMiddleOfSending() throws Exception {
        try (var service = PackagedService.start()) {
            // Given
            service.get("/api/chat/conversations/", service.token("bob"));
            var conversation = JSON.readTree(service.post("/api/chat/conversations/start_conversation/", service.token("alice"), "{\"userId\":\"bob\"}").body())
                    .path("id").asText();

            // When
            for (int kill = 0; kill < KILLS; kill++) {
                sendUntilKilled(service, conversation, kill);
                service.startProcess();
            }

            // Then
            var stored = history(service, conversation);
            assertThat(acknowledged).hasSizeGreaterThan(KILLS * 100);
            assertThat(stored).containsAllEntriesOf(acknowledged);
            assertThat(stored.values().stream().sorted()).containsExactlyElementsOf(IntStream.rangeClosed(1, stored.size()).mapToObj(Long::valueOf).toList());
        }
    }

    /// Many are on their way when the process dies: it is killed when it has acknowledged a hundred, with more sent behind them.
    private void sendUntilKilled(PackagedService service, String conversation, int kill) throws Exception {
        int before = acknowledged.size();
        var enough = new CountDownLatch(1);
        try (var socket = Socket.connect(service.socketAddress(), service.token("alice"))) {
            socket.await("welcome");
            var sender = Thread.startVirtualThread(() -> {
                for (int i = 0; !Thread.currentThread().isInterrupted(); i++) {
                    try {
                        socket.send(kill + "-" + i, conversation, kill + "-" + i, "message " + i);
                        if (i % 20 == 19) {
                            socket.answerTo(kill + "-" + (i - 10));
                            if (i > 150) {
                                enough.countDown();
                            }
                        }
                    } catch (RuntimeException | AssertionError cut) {
                        return;
                    }
                }
            });
            assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();
            service.kill();
            sender.interrupt();
            sender.join();
            socket.awaitClose();
            socket.frames().stream().filter(frame -> frame.path("type").asText().equals("ack"))
                    .forEach(ack -> acknowledged.put(ack.path("id").asText(), ack.path("seq").asLong()));
        }
        assertThat(acknowledged).hasSizeGreaterThan(before);
    }

    private static Map<String, Long> history(PackagedService service, String conversation) throws IOException {
        Map<String, Long> stored = new ConcurrentHashMap<>();
        JsonNode page;
        long last = 0;
        do {
            page = JSON.readTree(service.get("/api/chat/conversations/" + conversation + "/?limit=200&after=" + last, service.token("bob")).body());
            StreamSupport.stream(page.path("messages").spliterator(), false)
                    .forEach(message -> stored.put(message.path("clientId").asText(), message.path("seq").asLong()));
            last = page.path("messages").path(page.path("messages").size() - 1).path("seq").asLong();
        } while (page.path("hasNewer").asBoolean());
        return stored;
    }
}
