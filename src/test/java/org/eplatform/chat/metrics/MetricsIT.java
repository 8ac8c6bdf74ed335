package org.eplatform.chat.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.eplatform.chat.testsupport.PackagedService;
import org.eplatform.chat.testsupport.Socket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What is shipped has every number that the documents, the dashboard and the alerts speak of, and no number of its own that they do not.
class MetricsIT {

    private static PackagedService service;
    private static Scrape atFirst;
    private static String conversation;

    @BeforeAll
    static void start() throws IOException {
        service = PackagedService.start();
        atFirst = scrape();
        // Known to the chat from here on.
        service.get("/api/chat/conversations/", service.token("bob"));
        var answer = service.post("/api/chat/conversations/start_conversation/", service.token("alice"), "{\"userId\":\"bob\"}");
        conversation = new ObjectMapper().readTree(answer.body()).path("id").asText();
    }

    @AfterAll
    static void stop() throws Exception {
        service.close();
    }

    /// An alert on a number that is not there yet never comes, and a rate misses its first rise.
    @Test
    void beforeAnybodyComesEveryNumberIsThereAndIsZero() throws IOException {
        assertThat(MetricTable.read()).isNotEmpty().allSatisfy(row -> {
            assertThat(atFirst.kinds()).containsEntry(row.name(), row.kind());
            assertThat(row.values().isEmpty() || atFirst.labels(row.name(), row.label()).equals(row.values())).as("%s has exactly %s", row.name(), row.values()).isTrue();
            assertThat(row.label() == null || !atFirst.labels(row.name(), row.label()).isEmpty()).as("%s has %s", row.name(), row.label()).isTrue();
        });
        atFirst.values().forEach((name, value) -> assertThat(name.startsWith("chat_") ? value : 0).as(name).isZero());
    }

    @Test
    void noNumberOfOursIsMissingInTheTable() throws IOException {
        var known = MetricTable.read().stream().map(MetricTable.Row::name).toList();

        assertThat(scrape().kinds().keySet().stream().filter(name -> name.startsWith("chat_")).map(name -> name.replaceFirst("_max$", ""))).isSubsetOf(known);
    }

    @Test
    void whatPeopleDoIsCounted() {
        try (var alice = Socket.connect(service.socketAddress(), service.token("alice"))) {
            alice.await("welcome");
            alice.send("1", conversation, "first", "Hello");
            alice.answerTo("1");
            alice.send("2", conversation, "first", "Hello");
            alice.answerTo("2");
            alice.send("3", "01980a5e-7c1e-7d3a-9b1f-3f6f5a1b2c3d", "second", "Hello");
            alice.answerTo("3");
            alice.say(Map.of("type", "sync", "id", "4", "cursors", Map.of(conversation, 0)));
            alice.answerTo("4");
            alice.say(Map.of("type", "sync", "id", "5", "cursors", Map.of(conversation, 1_000_000)));
            alice.answerTo("5");
            alice.say(Map.of("type", "presence.watch", "id", "6", "userIds", List.of("bob")));
            alice.answerTo("6");

            // A batch is measured when all are told of it.
            Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
                var now = scrape();
                assertThat(Map.of("stored", now.value("chat_sends_total{outcome=\"stored\"}"), "duplicate", now.value("chat_sends_total{outcome=\"duplicate\"}"),
                        "refused", now.value("chat_sends_total{outcome=\"refused\"}"))).containsExactlyInAnyOrderEntriesOf(Map.of("stored", 1.0, "duplicate", 1.0, "refused", 1.0));
                assertThat(now.value("chat_batch_size_sum")).isEqualTo(3);
                assertThat(now.value("chat_commit_seconds_count")).isEqualTo(now.value("chat_batch_size_count"));
                assertThat(now.value("chat_delivery_seconds_count")).isEqualTo(now.value("chat_batch_size_count"));
                assertThat(now.value("chat_resumes_total{verdict=\"complete\"}")).isEqualTo(1);
                assertThat(now.value("chat_resumes_total{verdict=\"reset\"}")).isEqualTo(1);
                assertThat(now.value("chat_connections")).isEqualTo(1);
                assertThat(now.value("chat_users_connected")).isEqualTo(1);
                assertThat(now.value("chat_presence_watchers")).isEqualTo(1);
            });
        }
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> scrape().value("chat_connections") == 0 && scrape().value("chat_presence_watchers") == 0);
    }

    @Test
    void noHistogramHasMoreThanTwelveBuckets() {
        for (var name : List.of("chat_batch_size", "chat_commit_seconds", "chat_delivery_seconds")) {
            assertThat(atFirst.labels(name + "_bucket", "le")).as(name).hasSizeBetween(8, 12);
        }
    }

    @Test
    void theDashboardReadsOnlyWhatThereIs() throws IOException {
        var dashboard = new ObjectMapper().readTree(Path.of("helm/files/dashboard.json").toFile());
        var queries = new TreeSet<String>(dashboard.findValuesAsText("expr"));
        dashboard.path("templating").path("list").findValues("query").stream().filter(JsonNode::isTextual).map(JsonNode::asText)
                .filter(query -> query.startsWith("label_values(")).forEach(queries::add);

        assertAllThere(queries);
    }

    @Test
    void theAlertsReadOnlyWhatThereIs() throws IOException {
        var rules = Files.readString(Path.of("helm/files/alerts.yaml"));

        // One line, or a block of deeper ones.
        assertAllThere(Pattern.compile("(?m)^( *)expr: (?:\\|-?\\n((?:\\1 +.*\\n)+)|(.*))").matcher(rules).results()
                .map(found -> found.group(2) == null ? found.group(3) : found.group(2)).collect(Collectors.toSet()));
    }

    private static void assertAllThere(Set<String> queries) {
        // Prometheus' own: whether a scrape had an answer.
        var there = scrape().names();
        there.add("up");

        assertThat(queries).hasSizeGreaterThan(5).allSatisfy(query -> assertThat(there).as(query).containsAll(PromQl.namesIn(query)));
    }

    private static Scrape scrape() {
        return Scrape.of(service.get("/q/metrics", "").body());
    }
}
