package org.eplatform.chat.setting;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What each setting takes. That it is asked before the start, SettingsIT sees.
class SettingsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "CHAT_ADMIN_ROLE | ` admin` | the name of a role",
            "CHAT_DATABASE_ACCEPT_DATA_LOSS | ture | true or false",
            "CHAT_DATABASE_ACCEPT_DATA_LOSS | 1 | true or false",
            "CHAT_DIRECTORY_MIN_QUERY | 101 | 0 to 100",
            "CHAT_DIRECTORY_MIN_QUERY | -1 | 0 to 100",
            "CHAT_DIRECTORY_PEOPLE | friends | everybody or acquaintances",
            "CHAT_LIMIT_REMEMBERED | 99 | 100 to 10000000",
            "CHAT_LIMIT_SOCKETS_PER_USER | 0 | 1 to 10000",
            "CHAT_LIMIT_SENDS_BURST | 0 | 1 to 1000000000",
            "CHAT_LIMIT_SENDS_BURST | 1000000001 | 1 to 1000000000",
            "CHAT_LIMIT_SENDS_TO_CONVERSATION_BURST | -1 | 1 to 1000000000",
            "CHAT_LIMIT_FAILED_LOGINS_BURST | many | 1 to 1000000000",
            "CHAT_LIMIT_CONVERSATIONS_BURST | 99999999999999999999 | 1 to 1000000000",
            "CHAT_LIMIT_TYPING_REFILL | soon | a duration with its unit, 1ms to 1d",
            "CHAT_LIMIT_HANDSHAKES_REFILL | 5 | a duration with its unit, 1ms to 1d",
            "CHAT_LIMIT_SEARCHES_REFILL | 0s | a duration with its unit, 1ms to 1d",
            "CHAT_LIMIT_HANDSHAKES_FROM_ADDRESS_REFILL | -1s | a duration with its unit, 1ms to 1d",
            "CHAT_LIMIT_SENDS_REFILL | PT24H0.001S | a duration with its unit, 1ms to 1d",
            "CHAT_MIGRATE | later | at-start, only or never",
            "CHAT_ORIGINS | https://a.example,* | has the entry \"*\"",
            "CHAT_PAGE_FRAME_ANCESTORS | https://a.example; script-src * | 'none', or origins",
            "CHAT_PAGE_IMAGE_SOURCES | https:,http: | separated by blanks",
            "CHAT_PRESENCE_GRACE | 61m | 0s to 1h",
            "CHAT_RELAY | rediss | local, postgres or redis",
            "CHAT_RELAY | `` | local, postgres or redis",
            "CHAT_RELAY_POLL | 1m | 100ms to 5s",
            "CHAT_SOCKET_DRAIN | 5 | a duration with its unit, 100ms to 10m",
            "CHAT_SOCKET_DRAIN | 999999999999999d | 100ms to 10m",
            "CHAT_SOCKET_HANDSHAKES_PER_SECOND | 0 | 1 to 100000",
            "CHAT_SOCKET_HEARTBEAT | 500ms | 1s to 5m",
            "CHAT_SOCKET_MAX_CONNECTIONS | 2e4 | 1 to 1000000",
            "CHAT_SOCKET_MAX_MESSAGE_BYTES | 64K | 4096 to 1048576",
            "CHAT_SOCKET_PONG_DEADLINE | 10 s | 1s to 5m",
            "CHAT_TOKEN_AT_JWT_ONLY | yes! | true or false",
            "CHAT_USER_ID_CLAIM | user id | without blanks",
            "CHAT_WRITE_BATCH_SIZE | 0 | 1 to 10000",
            "CHAT_WRITE_GATHERING | 2s | 0s to 1s",
            "CHAT_WRITE_LANES | 65 | 1 to 64",
            "CHAT_WRITE_LANE_CAPACITY | 0 | 1 to 1000000",
            "CHAT_WRITE_PATIENCE | PT | 0s to 5s"})
    void aWrongValueIsRefusedInOneLineWithItsKeyItsVariableItselfAndWhatWouldBeRight(String variable, String value, String right) {
        var setting = Mappings.setting(variable);
        var wrong = setting.isList() ? value.substring(value.lastIndexOf(',') + 1) : value;

        assertThat(setting.refusal(value)).hasValueSatisfying(line -> assertThat(line).startsWith(setting.key() + " must be ")
                .contains(right, '"' + wrong + '"').endsWith("(" + variable + ").").doesNotContain("\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"CHAT_RELAY | REDIS", "CHAT_RELAY | ` redis `", "CHAT_MIGRATE | at-start", "CHAT_MIGRATE | AT_START", "CHAT_ORIGINS | ``",
            "CHAT_RELAY_LISTEN_URL | ``", "CHAT_SOCKET_DRAIN | 1500ms", "CHAT_SOCKET_DRAIN | PT5S", "CHAT_SOCKET_DRAIN | 5S", "CHAT_PRESENCE_GRACE | 0s", "CHAT_LIMIT_SENDS_REFILL | 1d",
            "CHAT_LIMIT_SENDS_BURST | 1000000000", "CHAT_LIMIT_SENDS_BURST | ` 1 `", "CHAT_DATABASE_ACCEPT_DATA_LOSS | TRUE", "CHAT_PAGE_FRAME_ANCESTORS | 'self' https://a.example",
            "CHAT_PAGE_IMAGE_SOURCES | https: http://localhost:8180", "CHAT_USER_ID_CLAIM | https://platform.example/user_id"})
    void aRightValueIsTaken(String variable, String value) {
        assertThat(Mappings.setting(variable).refusal(value)).isEmpty();
    }

    @Test
    void whatHoldsByItselfIsRight() {
        assertThat(Mappings.settings().filter(setting -> setting.standard() != null)).isNotEmpty()
                .allSatisfy(setting -> assertThat(setting.refusal(setting.standard())).isEmpty());
    }

    @Test
    void whatMayHoldAPasswordIsNeverRepeated() {
        assertThat(Mappings.setting("CHAT_RELAY_LISTEN_URL").refusal("postgresql://chat:Tr0ub4dor@db/chat").orElseThrow()).contains("chat.relay.listen-url", "jdbc:postgresql:")
                .doesNotContain("Tr0ub4dor");
    }

    @Test
    void aLongValueWithLinesIsCutAndStaysInOneLine() {
        assertThat(Mappings.setting("CHAT_RELAY").refusal("redis\n" + "x".repeat(10_000)).orElseThrow()).hasSizeLessThan(250).doesNotContain("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CHAT_SOCKET_DRAN", "CHAT_SOCKETDRAIN", "CHAT_SOCKET_DRAINS"})
    void aVariableThatIsNoneIsToldWithTheNearest(String typo) {
        assertThat(unknown(typo)).containsExactly(typo + " is no setting of this version and does nothing. Is CHAT_SOCKET_DRAIN meant?");
    }

    @Test
    void aVariableThatIsLikeNoneIsToldAlone() {
        assertThat(unknown("CHAT_WALLPAPER")).containsExactly("CHAT_WALLPAPER is no setting of this version and does nothing.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CHAT_SOCKET_DRAIN", "CHAT_LIMIT_HANDSHAKES_FROM_ADDRESS_BURST", "CHAT_ORIGINS", "CHATTER", "PATH", "CHAT_PORT", "CHAT_PORT_8080_TCP_ADDR", "CHAT_SERVICE_HOST",
            "CHAT_SERVICE_PORT_HTTP", "CHAT_REDIS_SERVICE_PORT", "CHAT_RELAY_PORT_6379_TCP"})
    void oursWhatIsOfOthersAndWhatKubernetesBringsAreNotTold(String variable) {
        assertThat(unknown(variable)).isEmpty();
    }

    /// A native build finds no method of an interface that is not registered, nor what is written at it.
    @Test
    void everyMappingIsRegisteredForANativeBuild() {
        assertThat(Mappings.ALL).hasSizeGreaterThan(10).allSatisfy(mapping -> {
            var registered = mapping.getAnnotation(RegisterForReflection.class);
            assertThat(registered).as(mapping.getName()).isNotNull();
            assertThat(registered.ignoreNested() && Arrays.stream(mapping.getDeclaredClasses()).anyMatch(Class::isInterface)).as(mapping.getName() + " has groups").isFalse();
        });
    }

    private static java.util.List<String> unknown(String variable) {
        return UnknownVariables.among(Set.of(variable), Mappings.settings().toList());
    }
}
