package org.eplatform.chat.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.eplatform.chat.dev.DevDatabase;
import org.eplatform.chat.testsupport.PackagedService;
import org.eplatform.chat.testsupport.Socket;
import org.junit.jupiter.api.Test;

/// What is shipped, with the address of an exporter and nothing more.
class TracesIT {

    private static final String SECRET = "canary-in-the-text";

    @Test
    void whereAnExporterIsNamedSpansGoThereAndSayNothingOfPeople() throws Exception {
        try (var collector = new Collector(); var service = PackagedService.beside(DevDatabase.empty(), Map.of(
                "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT", collector.address(), "QUARKUS_OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf",
                "QUARKUS_OTEL_BSP_SCHEDULE_DELAY", "100MS"))) {
            service.startProcess();
            var conversation = conversation(service);
            try (var alice = Socket.connect(service.socketAddress(), service.token("alice"))) {
                alice.await("welcome");
                alice.send("1", conversation, "first", SECRET);
                assertThat(alice.answerTo("1").path("type").asText()).isEqualTo("ack");
            }
            service.get("/api/chat/users/bob/status/?q=" + SECRET, service.token("alice"));
            service.get("/chat/?with=bob", "");

            Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(collector.taken())
                    .contains("chat.message.send", "chat.batch", "POST /api/chat/conversations/start_conversation", "GET /api/chat/users/{id}/status"));
            assertThat(collector.taken()).doesNotContain(SECRET, "alice", "bob", service.token("alice").substring(0, 20), "code_challenge");
            assertThat(asPrometheus(service)).containsPattern("chat_commit_seconds_bucket\\{.*\\} \\S+ # \\{.*trace_id=\"[0-9a-f]{32}\"");
            assertThat(service.log()).doesNotContain("Exception");
        }
    }

    /// As the chart's monitors have it ask.
    private static String asPrometheus(PackagedService service) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(service.address("/q/metrics")).timeout(Duration.ofSeconds(10))
                    .header("Accept", "application/openmetrics-text;version=1.0.0;q=0.5,*/*;q=0.1").build(), BodyHandlers.ofString()).body();
        }
    }

    private static String conversation(PackagedService service) throws IOException {
        // Known to the chat from here on.
        service.get("/api/chat/conversations/", service.token("bob"));
        return new ObjectMapper().readTree(service.post("/api/chat/conversations/start_conversation/", service.token("alice"), "{\"userId\":\"bob\"}").body())
                .path("id").asText();
    }
}
