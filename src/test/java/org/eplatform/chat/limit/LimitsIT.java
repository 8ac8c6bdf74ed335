package org.eplatform.chat.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.eplatform.chat.dev.DevDatabase;
import org.eplatform.chat.testsupport.PackagedService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What an operator may get wrong.
class LimitsIT {

    @ParameterizedTest
    @CsvSource({"CHAT_LIMIT_SENDS_TO_CONVERSATION_BURST,0,chat.limit.sends-to-conversation.burst must be 1 to 1000000000", "CHAT_LIMIT_TYPING_REFILL,soon,chat.limit.typing.refill",
            "CHAT_LIMIT_SOCKETS_PER_USER,0,chat.limit.sockets-per-user must be 1 to 10000", "CHAT_DIRECTORY_MIN_QUERY,101,chat.directory.min-query must be 0 to 100",
            "CHAT_DIRECTORY_PEOPLE,friends,chat.directory.people"})
    void aSettingThatMakesNoSenseIsRefusedAtTheStartByItsName(String variable, String value, String named) throws Exception {
        try (var service = PackagedService.beside(DevDatabase.empty(), Map.of(variable, value))) {
            var ended = service.runToItsEnd();

            assertThat(ended.exitCode()).isEqualTo(1);
            assertThat(ended.output()).contains(named).doesNotContain("Listening on");
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
