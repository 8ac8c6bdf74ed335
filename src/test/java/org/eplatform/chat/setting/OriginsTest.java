package org.eplatform.chat.setting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsTest {

    @ParameterizedTest
    @ValueSource(strings = {"https://platform.example", "https://platform.example:8443", "http://localhost:3000", "http://127.0.0.1", "https://[::1]:8443",
            "https://xn--mnchen-3ya.example"})
    void anOriginIsTaken(String origin) {
        assertThat(Mappings.setting("CHAT_ORIGINS").refusal(origin)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "null", "", "/.*/", "/https://.*\\.example/", "https://*.example", "https://platform.example/", "https://platform.example/chat",
            "platform.example", "https://Platform.example", "HTTPS://platform.example", "https://platform.example:443",
            "http://platform.example:80", "https://user@platform.example", "ftp://platform.example", "https://platform.example https://other.example"})
    void whatNoBrowserWouldSendStopsTheStart(String entry) {
        assertThat(Mappings.setting("CHAT_ORIGINS").refusal("https://platform.example," + entry)).hasValueSatisfying(line -> assertThat(line).contains("CHAT_ORIGINS"));
    }
}
