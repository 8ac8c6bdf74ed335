package org.eplatform.chat.error;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactOriginsTest {

    @ParameterizedTest
    @ValueSource(strings = {"https://platform.example", "https://platform.example:8443", "http://localhost:3000", "http://127.0.0.1", "https://[::1]:8443",
            "https://xn--mnchen-3ya.example"})
    void anOriginIsTaken(String origin) {
        assertThatCode(() -> ExactOrigins.check(Set.of(origin))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "null", "", "/.*/", "/https://.*\\.example/", "https://*.example", "https://platform.example/", "https://platform.example/chat",
            "platform.example", "https://Platform.example", "HTTPS://platform.example", "https://platform.example:443",
            "http://platform.example:80", "https://user@platform.example", "ftp://platform.example", "https://platform.example https://other.example"})
    void whatNoBrowserWouldSendStopsTheStart(String entry) {
        assertThatThrownBy(() -> ExactOrigins.check(Set.of("https://platform.example", entry))).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("CHAT_ORIGINS");
    }
}
