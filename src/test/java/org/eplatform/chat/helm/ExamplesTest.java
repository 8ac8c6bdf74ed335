package org.eplatform.chat.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// What is beside each values file fits it. That these are rendered as any others is EveryInstallationTest's.
class ExamplesTest {

    private static final Path EXAMPLES = Chart.ROOT.resolve("examples");

    private static Rendered chartFor(String example) {
        return Chart.render(EXAMPLES.resolve(example + "/values.yaml"));
    }

    @Test
    void theClustersRolesAreThoseThatMigrateAndServe() throws IOException {
        var cluster = Chart.YAML.readTree(EXAMPLES.resolve("cloudnativepg/cluster.yaml").toFile());
        var pod = chartFor("cloudnativepg").server();
        var name = cluster.at("/metadata/name").asText();

        assertThat(pod.environment().get("QUARKUS_DATASOURCE_JDBC_URL")).startsWith("jdbc:postgresql://" + name + "-rw:5432/" + cluster.at("/spec/bootstrap/initdb/database").asText());
        assertThat(pod.environment()).containsEntry("QUARKUS_DATASOURCE_USERNAME", cluster.at("/spec/managed/roles/0/passwordSecret/name").asText() + "/username");
        assertThat(pod.spec().getVolumes()).filteredOn(volume -> volume.getSecret() != null).singleElement()
                .satisfies(volume -> assertThat(volume.getSecret().getSecretName()).isEqualTo(name + "-ca"));
        assertThat(chartFor("cloudnativepg").pods()).anySatisfy(migration -> assertThat(migration.environment())
                .containsEntry("CHAT_MIGRATE", "only").containsEntry("QUARKUS_DATASOURCE_USERNAME", cluster.at("/spec/bootstrap/initdb/secret/name").asText() + "/username"));
    }

    @Test
    void theClusterBearsAllPods() throws IOException {
        var most = Chart.YAML.readTree(EXAMPLES.resolve("cloudnativepg/cluster.yaml").toFile()).at("/spec/postgresql/parameters/max_connections").asInt();
        var pods = chartFor("cloudnativepg").the(Deployment.class).getSpec().getReplicas();

        assertThat((pods + 1) * 21).isLessThan(most);
    }

    @Test
    void valkeyKeepsToTheRestrictedProfileAndLetsTheChatIn() throws IOException {
        var valkey = Rendered.parse(Files.readString(EXAMPLES.resolve("valkey/valkey.yaml")));
        var chart = chartFor("valkey");

        assertThat(valkey.pods()).singleElement().satisfies(RestrictedProfile::check);
        assertThat(chart.server().environment()).containsEntry("QUARKUS_REDIS_HOSTS", valkey.server().spec().getVolumes().getFirst().getSecret().getSecretName() + "/url");
        assertThat(chart.the(NetworkPolicy.class).getSpec().getEgress().stream().flatMap(rule -> rule.getTo().stream()).map(NetworkPolicyPeer::getPodSelector)
                .filter(Objects::nonNull)).singleElement().extracting(LabelSelector::getMatchLabels).isEqualTo(valkey.server().labels());
    }

    @Test
    void theAdapterGivesTheMetricByWhichThereAreMorePods() throws IOException {
        var rule = Chart.YAML.readTree(EXAMPLES.resolve("prometheus-adapter/adapter.yaml").toFile()).at("/rules/custom/0");
        var metrics = chartFor("prometheus-adapter").the(HorizontalPodAutoscaler.class).getSpec().getMetrics();

        assertThat(metrics).filteredOn(metric -> metric.getType().equals("Pods")).singleElement().satisfies(metric -> {
            assertThat(metric.getPods().getMetric().getName()).isEqualTo(rule.at("/name/as").asText());
            assertThat(rule.path("seriesQuery").asText()).startsWith(metric.getPods().getMetric().getName() + "{");
        });
    }

    @Test
    void theRealmsClientIsTheAudienceOfItsTokensAndKeepsToTheAddressesOfTheHost() throws IOException {
        JsonNode realm = new ObjectMapper().readTree(EXAMPLES.resolve("keycloak/realm.json").toFile());
        var client = realm.at("/clients/0");
        var environment = chartFor("keycloak").server().environment();

        assertThat(environment.get("QUARKUS_OIDC_AUTH_SERVER_URL")).endsWith("/realms/" + realm.path("realm").asText());
        assertThat(environment.get("QUARKUS_OIDC_CLIENT_ID")).isEqualTo(client.path("clientId").asText())
                .isEqualTo(client.at("/protocolMappers/0/config/included.client.audience").asText());
        assertThat(environment.get("CHAT_ADMIN_ROLE")).isEqualTo(realm.at("/roles/realm/0/name").asText());
        assertThat(client.at("/redirectUris/0").asText()).isEqualTo("https://chat.example.org/chat/");
        assertThat(client.at("/attributes/backchannel.logout.url").asText()).isEqualTo("https://chat.example.org/chat/back-channel-logout");
        assertThat(client.at("/attributes/pkce.code.challenge.method").asText()).isEqualTo("S256");
        assertThat(realm.findValues("secret")).as("none is written down").isEmpty();
    }
}
