package org.eplatform.chat.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.eplatform.chat.testsupport.Replicas;
import org.eplatform.chat.testsupport.Socket;

/// P3: sixteen writers, spread over all replicas, in one conversation.
final class HotConversation {

    private static final int WRITERS = 16;
    private static final int IN_FLIGHT = 4;

    private HotConversation() {}

    /// Everybody writes as many, and everybody has to hear all of them, once and in one order, without a hole.
    static void check(Replicas replicas, int messages) throws Exception {
        var conversation = replicas.conversation("olivia", "peggy");
        int each = messages / WRITERS;
        var sockets = new ArrayList<Socket>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, WRITERS).forEach(i -> sockets.add(replicas.socket(i % replicas.all().size(), i % 2 == 0 ? "olivia" : "peggy")));
            var writing = sockets.stream().map(socket -> threads.submit(() -> write(socket, conversation, each))).toList();
            for (var one : writing) {
                one.get();
            }
            var all = IntStream.rangeClosed(1, each * WRITERS).boxed().toList();
            Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(sockets).allSatisfy(socket -> assertThat(told(socket)).isEqualTo(all)));
        } finally {
            sockets.forEach(Socket::close);
        }
    }

    private static void write(Socket socket, String conversation, int messages) {
        for (int i = 0; i < messages; i++) {
            socket.send("s" + i, conversation, UUID.randomUUID().toString(), "message " + i);
            if (i % IN_FLIGHT == IN_FLIGHT - 1 || i == messages - 1) {
                assertThat(socket.answerTo("s" + i).path("type").asText()).isEqualTo("ack");
            }
        }
    }

    private static List<Integer> told(Socket socket) {
        return socket.frames().stream().filter(frame -> frame.path("type").asText().equals("message")).map(frame -> frame.path("message").path("seq").asInt()).toList();
    }
}
