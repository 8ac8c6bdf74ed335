package org.eplatform.chat.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoginSettingsTest {

    /// As application.properties has them.
    private static final Map<String, String> OURS = Map.of("quarkus.oidc.page.auth-server-url", "${quarkus.oidc.auth-server-url:}",
            "quarkus.oidc.page.client-id", "${quarkus.oidc.client-id:chat}", "quarkus.oidc.page.discovery-enabled", "${quarkus.oidc.discovery-enabled:true}");

    @Test
    void withAProviderAndAClientPeopleSignIn() {
        var settings = settings(Map.of("quarkus.oidc.auth-server-url", "https://login.example", "quarkus.oidc.client-id", "chat"));

        assertThat(settings.getConfigValue("quarkus.oidc.page.tenant-enabled").getValue()).isNull();
        assertThat(settings.getConfigValue("quarkus.oidc.auth-server-url").getValue()).isEqualTo("https://login.example");
        assertThat(settings.getConfigValue("quarkus.oidc.discovery-enabled").getValue()).isNull();
    }

    @Test
    void withAnAddressOfKeysAloneThereIsNothingToDiscover() {
        var settings = settings(Map.of("quarkus.oidc.jwks-path", "https://login.example/keys", "quarkus.oidc.client-id", "chat"));

        assertThat(settings.getConfigValue("quarkus.oidc.auth-server-url").getValue()).isEqualTo("https://login.example/keys");
        assertThat(settings.getConfigValue("quarkus.oidc.discovery-enabled").getValue()).isEqualTo("false");
        assertThat(settings.getConfigValue("quarkus.oidc.page.tenant-enabled").getValue()).isEqualTo("false");
    }

    @Test
    void withAKeyAloneNobodySignsInAtThePage() {
        var settings = settings(Map.of("quarkus.oidc.public-key", "a key", "quarkus.oidc.client-id", "chat"));

        assertThat(settings.getConfigValue("quarkus.oidc.page.tenant-enabled").getValue()).isEqualTo("false");
    }

    @Test
    void withoutAClientNobodySignsInAtThePage() {
        var settings = settings(Map.of("quarkus.oidc.auth-server-url", "https://login.example"));

        assertThat(settings.getConfigValue("quarkus.oidc.page.tenant-enabled").getValue()).isEqualTo("false");
    }

    @Test
    void whoSaysWherePeopleSignInNeedsNoDiscovery() {
        var settings = settings(Map.of("quarkus.oidc.auth-server-url", "https://login.example", "quarkus.oidc.client-id", "chat",
                "quarkus.oidc.discovery-enabled", "false", "quarkus.oidc.page.authorization-path", "/authorize"));

        assertThat(settings.getConfigValue("quarkus.oidc.page.tenant-enabled").getValue()).isNull();
    }

    @Test
    void whoOnlyMigratesAsksNoProvider() {
        var settings = settings(Map.of("quarkus.oidc.auth-server-url", "https://login.example", "quarkus.oidc.client-id", "chat", "chat.migrate", "only"));

        assertThat(settings.getConfigValue("quarkus.oidc.tenant-enabled").getValue()).isEqualTo("false");
        assertThat(settings.getConfigValue("quarkus.oidc.page.tenant-enabled").getValue()).isEqualTo("false");
    }

    private static SmallRyeConfig settings(Map<String, String> operators) {
        var all = new HashMap<>(OURS);
        all.putAll(operators);
        return new SmallRyeConfigBuilder().addDefaultInterceptors().withInterceptors(new LoginSettings())
                .withSources(new PropertiesConfigSource(all, "all", 100)).build();
    }
}
