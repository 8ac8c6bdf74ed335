package org.eplatform.chat.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// Values become the variables that docs/operations.md lists.
class SettingsTest {

    private static Map<String, String> environmentOf(String values) {
        return Chart.render(Chart.values(values)).server().environment();
    }

    @Test
    void theLeastThatIsSaidIsAllThatAPodIsTold() {
        assertThat(environmentOf("minimal")).containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                Map.entry("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://db:5432/chat"),
                Map.entry("QUARKUS_DATASOURCE_USERNAME", "chat-db/username"),
                Map.entry("QUARKUS_DATASOURCE_PASSWORD", "chat-db/password"),
                Map.entry("QUARKUS_DATASOURCE_JDBC_MAX_SIZE", "20"),
                Map.entry("CHAT_MIGRATE", "at-start"),
                Map.entry("QUARKUS_OIDC_AUTH_SERVER_URL", "https://login.example.org/realms/platform"),
                Map.entry("QUARKUS_OIDC_CLIENT_ID", "chat"),
                Map.entry("CHAT_USER_ID_CLAIM", "sub"),
                Map.entry("CHAT_ADMIN_ROLE", "chat-admin"),
                Map.entry("QUARKUS_OIDC_PAGE_TOKEN_STATE_MANAGER_ENCRYPTION_SECRET", "chat-session/encryption-secret"),
                Map.entry("QUARKUS_OIDC_PAGE_AUTHENTICATION_STATE_SECRET", "chat-session/state-secret"),
                Map.entry("CHAT_RELAY", "postgres"),
                Map.entry("QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING", "true"),
                Map.entry("QUARKUS_HTTP_PROXY_ALLOW_FORWARDED", "false"),
                Map.entry("QUARKUS_HTTP_PROXY_ENABLE_FORWARDED_HOST", "false"),
                Map.entry("CHAT_SOCKET_MAX_CONNECTIONS", "20000"),
                Map.entry("CHAT_SOCKET_DRAIN", "5s")));
    }

    @Test
    void everyValueHasItsVariable() {
        assertThat(environmentOf("everything"))
                .containsEntry("QUARKUS_DATASOURCE_USERNAME", "chat-db/user")
                .containsEntry("QUARKUS_DATASOURCE_PASSWORD", "chat-db/pass")
                .containsEntry("QUARKUS_DATASOURCE_JDBC_MAX_SIZE", "12")
                .containsEntry("QUARKUS_OIDC_TOKEN_AUDIENCE", "platform-chat")
                .containsEntry("QUARKUS_OIDC_PAGE_CREDENTIALS_SECRET", "chat-client/client-secret")
                .containsEntry("QUARKUS_OIDC_ROLES_ROLE_CLAIM_PATH", "roles")
                .containsEntry("CHAT_USER_ID_CLAIM", "platform_id")
                .containsEntry("CHAT_ADMIN_ROLE", "moderator")
                .containsEntry("CHAT_RELAY", "redis")
                .containsEntry("QUARKUS_REDIS_HOSTS", "redis://valkey:6379")
                .containsEntry("QUARKUS_REDIS_CLIENT_TYPE", "standalone")
                .containsEntry("CHAT_ORIGINS", "https://platform.example,https://shop.example:8443")
                .containsEntry("CHAT_PAGE_FRAME_ANCESTORS", "'self' https://platform.example")
                .containsEntry("CHAT_PAGE_IMAGE_SOURCES", "https://img.example")
                .containsEntry("QUARKUS_HTTP_PROXY_ALLOW_FORWARDED", "true")
                .containsEntry("QUARKUS_HTTP_PROXY_ENABLE_FORWARDED_HOST", "true")
                .containsEntry("QUARKUS_HTTP_PROXY_TRUSTED_PROXIES", "10.0.0.0/8")
                .containsEntry("CHAT_SOCKET_DRAIN", "20s")
                .containsEntry("CHAT_DIRECTORY_MIN_QUERY", "2")
                .containsEntry("CHAT_TOKEN_AT_JWT_ONLY", "true")
                .containsEntry("QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector.tracing:4318")
                .containsEntry("QUARKUS_OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")
                .containsEntry("QUARKUS_OTEL_TRACES_SAMPLER_ARG", "0.1")
                .containsEntry("CHAT_EXTRA_SECRET", "extra/secret");
    }

    @Test
    void theProvidersKeysComeByTheirAddressOrAsOneKey() {
        assertThat(environmentOf("alone")).containsEntry("QUARKUS_OIDC_JWKS_PATH", "https://login.example.org/keys")
                .containsEntry("QUARKUS_OIDC_TOKEN_ISSUER", "https://login.example.org").doesNotContainKeys("QUARKUS_OIDC_AUTH_SERVER_URL", "QUARKUS_OIDC_CLIENT_ID");
        assertThat(environmentOf("init")).containsEntry("QUARKUS_OIDC_PUBLIC_KEY", "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA");
    }

    @Test
    void anAddressWithAPasswordComesOutOfASecret() {
        assertThat(environmentOf("redis")).containsEntry("QUARKUS_REDIS_HOSTS", "chat-redis/url").containsEntry("QUARKUS_REDIS_CLIENT_TYPE", "cluster");
    }

    /// Helm reads every number as a fraction.
    @Test
    void aMillionIsNotWrittenAsAFraction() {
        assertThat(environmentOf("job")).containsEntry("CHAT_LIMIT_SENDS_BURST", "1000000");
        assertThat(environmentOf("autoscaled")).containsEntry("CHAT_SOCKET_MAX_CONNECTIONS", "1000000");
    }

    @Test
    void aDatabaseWithAnAuthorityIsChecked() {
        assertThat(environmentOf("job")).containsEntry("QUARKUS_DATASOURCE_JDBC_URL",
                "jdbc:postgresql://db:5432/chat?ApplicationName=chat&sslmode=verify-full&sslrootcert=/etc/chat/database/ca.crt");
        assertThat(environmentOf("everything")).containsEntry("QUARKUS_DATASOURCE_JDBC_URL",
                "jdbc:postgresql://db:5432/chat?sslmode=verify-full&sslrootcert=/etc/chat/database/ca.crt");
        assertThat(Chart.render(Chart.values("everything")).server().container().getVolumeMounts()).extracting("mountPath")
                .containsExactlyInAnyOrder("/tmp", "/etc/chat/database", "/etc/extra");
    }

    @Test
    void soIsRedisWithTls() {
        assertThat(environmentOf("redis")).containsEntry("QUARKUS_REDIS_TLS_CONFIGURATION_NAME", "redis")
                .containsEntry("QUARKUS_TLS_REDIS_TRUST_STORE_PEM_CERTS", "/etc/chat/redis/ca.crt");
        assertThat(Chart.render(Chart.values("redis")).server().container().getVolumeMounts()).extracting("mountPath").containsExactlyInAnyOrder("/tmp", "/etc/chat/redis");
    }

    @Test
    void aModeThatTheAddressNamesStays() {
        assertThat(environmentOf("ingress")).containsEntry("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://db:5432/chat?sslmode=require");
    }

    @Test
    void aDigestCountsAndNotTheTag() {
        assertThat(Chart.render(Chart.values("ingress")).server().container().getImage())
                .isEqualTo("registry.example.org:5000/platform/chat@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef");
        assertThat(Chart.render(Chart.values("everything")).server().container().getImage()).isEqualTo("eplatform/chat:1.2.3");
    }
}
