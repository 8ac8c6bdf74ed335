package org.eplatform.chat.dev;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DevServicesTest {

    private static final Map<String, String> CONFIGURED = Map.of(
            "quarkus.datasource.jdbc.url", "jdbc:postgresql://db.example/chat", "quarkus.oidc.auth-server-url", "https://login.example");

    @Test
    void whatIsConfiguredIsUsedAndNothingIsStarted() {
        var config = configuration("dev", CONFIGURED);

        assertThat(config.getConfigValue("quarkus.datasource.jdbc.url").getValue()).isEqualTo("jdbc:postgresql://db.example/chat");
        assertThat(config.getConfigValue("quarkus.datasource.username").getValue()).isNull();
        assertThat(config.getConfigValue("quarkus.oidc.auth-server-url").getValue()).isEqualTo("https://login.example");
    }

    @Test
    void productionIsLeftAlone() {
        var config = configuration("prod", Map.of());

        assertThat(config.getConfigValue("quarkus.datasource.jdbc.url").getValue()).isNull();
        assertThat(config.getConfigValue("quarkus.oidc.auth-server-url").getValue()).isNull();
    }

    private static SmallRyeConfig configuration(String profile, Map<String, String> environment) {
        return new SmallRyeConfigBuilder().withProfile(profile).withSources(new PropertiesConfigSource(environment, "environment", 300))
                .withSources(new DevServices()).build();
    }
}
