package org.eplatform.chat.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.eplatform.chat.testsupport.Replicas;
import org.eplatform.chat.testsupport.Socket;

/// P3: sixteen writers, spread over all replicas, in one conversation, while others talk in theirs.
final class HotConversation {

    private static final int WRITERS = 16;
    private static final int IN_FLIGHT = 4;
    /// In each of the others.
    private static final int ASIDE = 40;

    private final Replicas replicas;
    private final int each;
    private final String hot;
    /// Of two people each.
    private final List<String> others;
    private final List<Socket> writers = new ArrayList<>();
    private final List<Socket> aside = new ArrayList<>();

    private HotConversation(Replicas replicas, int messages, int others) {
        this.replicas = replicas;
        each = Math.ceilDiv(messages, WRITERS);
        hot = replicas.conversation("olivia", "peggy");
        this.others = IntStream.range(0, others).mapToObj(i -> replicas.conversation("aside-" + i, "beside-" + i)).toList();
    }

    /// Everybody writes as many, and everybody has to hear all of their conversation, once and in one order, without a hole.
    static void check(Replicas replicas, int messages, int others) throws Exception {
        new HotConversation(replicas, messages, others).check();
    }

    private void check() throws Exception {
        try {
            IntStream.range(0, WRITERS).forEach(i -> writers.add(at(i, i % 2 == 0 ? "olivia" : "peggy")));
            for (int i = 0; i < others.size(); i++) {
                aside.add(at(i, "aside-" + i));
                aside.add(at(i + 1, "beside-" + i));
            }
            writeAll();

            Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                assertThat(writers).allSatisfy(socket -> assertThat(told(socket)).isEqualTo(upTo(each * WRITERS)));
                assertThat(aside).allSatisfy(socket -> assertThat(told(socket)).isEqualTo(upTo(ASIDE)));
            });
            var list = messages(writers.getFirst());
            assertThat(writers).allSatisfy(socket -> assertThat(messages(socket)).isEqualTo(list));
        } finally {
            writers.forEach(Socket::close);
            aside.forEach(Socket::close);
        }
    }

    private Socket at(int turn, String user) {
        return replicas.socket(turn % replicas.all().size(), user);
    }

    private void writeAll() throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writing = new ArrayList<Future<Void>>();
            writers.forEach(socket -> writing.add(threads.submit(write(socket, hot, each))));
            for (int i = 0; i < aside.size(); i++) {
                writing.add(threads.submit(write(aside.get(i), others.get(i / 2), ASIDE / 2)));
            }
            for (var one : writing) {
                one.get();
            }
        }
    }

    private static Callable<Void> write(Socket socket, String conversation, int messages) {
        return () -> {
            for (int i = 0; i < messages; i++) {
                socket.send("s" + i, conversation, UUID.randomUUID().toString(), "message " + i);
                if (i % IN_FLIGHT == IN_FLIGHT - 1 || i == messages - 1) {
                    assertThat(socket.answerTo("s" + i).path("type").asText()).isEqualTo("ack");
                }
            }
            return null;
        };
    }

    private static List<Integer> upTo(int last) {
        return IntStream.rangeClosed(1, last).boxed().toList();
    }

    private static List<Integer> told(Socket socket) {
        return messages(socket).stream().map(message -> message.path("seq").asInt()).toList();
    }

    private static List<JsonNode> messages(Socket socket) {
        return socket.frames().stream().filter(frame -> frame.path("type").asText().equals("message")).map(frame -> frame.path("message")).toList();
    }
}
