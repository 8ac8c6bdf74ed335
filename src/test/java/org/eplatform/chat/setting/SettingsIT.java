package org.eplatform.chat.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.eplatform.chat.dev.DevDatabase;
import org.eplatform.chat.testsupport.PackagedService;
import org.junit.jupiter.api.Test;

/// What an operator may get wrong. All settings and values are in SettingsTest; here is that they are asked, and how that ends.
class SettingsIT {

    @Test
    void eachSettingThatIsWrongIsToldInALineOfItsOwnBeforeTheEnd() throws Exception {
        var wrong = Map.of("CHAT_LIMIT_SENDS_TO_CONVERSATION_BURST", "0", "CHAT_LIMIT_TYPING_REFILL", "soon", "CHAT_RELAY", "rediss", "CHAT_SOCKET_DRAIN", "5",
                "CHAT_ORIGINS", "https://platform.example,*", "CHAT_RELAY_LISTEN_URL", "postgresql://chat:Tr0ub4dor@db/chat");
        try (var service = PackagedService.beside(DevDatabase.empty(), wrong)) {
            var ended = service.runToItsEnd();

            assertThat(ended.exitCode()).isEqualTo(1);
            assertThat(ended.output().lines()).filteredOn(line -> line.startsWith("chat.")).containsExactlyInAnyOrder(
                    "chat.limit.sends-to-conversation.burst must be 1 to 1000000000, and is \"0\" (CHAT_LIMIT_SENDS_TO_CONVERSATION_BURST).",
                    "chat.limit.typing.refill must be a duration with its unit, 1ms to 1d, and is \"soon\" (CHAT_LIMIT_TYPING_REFILL).",
                    "chat.relay must be local, postgres or redis, and is \"rediss\" (CHAT_RELAY).",
                    "chat.socket.drain must be a duration with its unit, 100ms to 10m, and is \"5\" (CHAT_SOCKET_DRAIN).",
                    "chat.origins must be origins as a browser writes them, such as https://platform.example or http://localhost:3000: lower case, without a default port, a path, "
                            + "a wildcard or a pattern, and has the entry \"*\" (CHAT_ORIGINS).",
                    "chat.relay.listen-url must be an address that begins with jdbc:postgresql:, and is something else, which is not shown (CHAT_RELAY_LISTEN_URL).");
            assertThat(ended.output()).doesNotContain("Listening on", "\tat ", "\"exception\"", "Tr0ub4dor", "SRCFG");
        }
    }

    @Test
    void aVariableThatIsNoneIsToldAndStopsNothing() throws Exception {
        try (var service = PackagedService.beside(DevDatabase.empty(), Map.of("CHAT_SOCKET_DRAN", "Tr0ub4dor", "CHAT_SERVICE_HOST", "10.0.0.1"))) {
            service.startProcess();

            assertThat(service.log().lines()).filteredOn(line -> line.contains("\"WARN\"") && line.contains("CHAT_")).singleElement().asString()
                    .contains("CHAT_SOCKET_DRAN is no setting of this version", "Is CHAT_SOCKET_DRAIN meant?");
            assertThat(service.log()).doesNotContain("Tr0ub4dor", "CHAT_SERVICE_HOST");
        }
    }

    @Test
    void aDatabaseThatCannotBeReachedIsToldInOneLine() throws Exception {
        try (var service = PackagedService.beside(DevDatabase.empty(), Map.of("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://localhost:1/chat"))) {
            var ended = service.runToItsEnd();

            assertThat(ended.exitCode()).isEqualTo(1);
            assertThat(ended.output().lines()).filteredOn(line -> line.startsWith("The database cannot be asked: ")).singleElement().asString()
                    .contains("localhost:1", "QUARKUS_DATASOURCE_JDBC_URL");
            assertThat(ended.output()).doesNotContain("Listening on", "\tat ");
        }
    }

    @Test
    void probesAndMetricsMayNotShareThePublicPort() throws Exception {
        try (var service = PackagedService.beside(DevDatabase.empty(), Map.of("QUARKUS_HTTP_PORT", "9000", "QUARKUS_MANAGEMENT_PORT", "9000"))) {
            var ended = service.runToItsEnd();

            assertThat(ended.exitCode()).isEqualTo(1);
            assertThat(ended.output()).contains("QUARKUS_MANAGEMENT_PORT").contains("is 9000").doesNotContain("Listening on");
        }
    }
}
