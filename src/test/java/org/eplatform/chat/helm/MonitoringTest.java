package org.eplatform.chat.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.Rule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/// How it is watched. That every metric exists is tested with a running service.
class MonitoringTest {

    private static final Rendered EVERYTHING = Chart.render(Chart.values("everything"));

    @Test
    void nothingIsMadeThatACoreClusterDoesNotKnow() {
        var rendered = Chart.render(Chart.values("minimal"));

        assertThat(rendered.every(ServiceMonitor.class)).isEmpty();
        assertThat(rendered.every(PodMonitor.class)).isEmpty();
        assertThat(rendered.every(PrometheusRule.class)).isEmpty();
        assertThat(rendered.every(ConfigMap.class)).isEmpty();
    }

    @Test
    void metricsAreReadAtTheManagementPortUnderOneName() {
        assertThat(EVERYTHING.the(ServiceMonitor.class).getSpec().getEndpoints()).singleElement().satisfies(endpoint -> {
            assertThat(endpoint.getPort()).isEqualTo("management");
            assertThat(endpoint.getPath()).isEqualTo("/q/metrics");
            assertThat(endpoint.getRelabelings().getFirst().getReplacement()).isEqualTo("platform-chat");
        });
        assertThat(EVERYTHING.the(PodMonitor.class).getSpec().getPodMetricsEndpoints()).singleElement().satisfies(endpoint -> {
            assertThat(endpoint.getPort()).isEqualTo("management");
            assertThat(endpoint.getRelabelings().getFirst().getReplacement()).isEqualTo("platform-chat");
        });
        // Without it Prometheus accepts text too, is given text, and text has no exemplars.
        assertThat(EVERYTHING.the(ServiceMonitor.class).getSpec().getScrapeProtocols()).containsExactly("OpenMetricsText1.0.0");
        assertThat(EVERYTHING.the(PodMonitor.class).getSpec().getScrapeProtocols()).containsExactly("OpenMetricsText1.0.0");
        assertThat(EVERYTHING.the(PodMonitor.class).getMetadata().getLabels()).containsEntry("release", "prometheus");
    }

    @Test
    void everyAlertWatchesThisInstallationAlone() {
        assertThat(alerts()).hasSizeGreaterThan(10).allSatisfy(alert -> {
            assertThat(alert.getExpr().getStrVal()).contains("job=\"platform-chat\", namespace=\"platform\"").doesNotContain("eplatform-chat");
            assertThat(alert.getLabels()).containsKey("severity").containsEntry("team", "platform");
            assertThat(alert.getAnnotations()).containsKeys("summary", "description");
        });
    }

    @Test
    void anAlertCanBeLeftOut() {
        assertThat(alerts()).extracting(Rule::getAlert).contains("ChatDown").doesNotContain("ChatResetsMany").doesNotHaveDuplicates();
    }

    @Test
    void howManyConnectionsAreManyIsWhatAPodHolds() {
        var alerts = Chart.render(Chart.values("autoscaled"), Values.of("metrics: {prometheusRule: {enabled: true}}")).the(PrometheusRule.class).getSpec().getGroups().getFirst().getRules();

        assertThat(alerts).filteredOn(alert -> alert.getAlert().equals("ChatNearlyFull")).singleElement()
                .satisfies(alert -> assertThat(alert.getExpr().getStrVal()).endsWith("> 0.85 * 1000000"));
    }

    @Test
    void theDashboardIsForAnyInstallation() throws IOException {
        var map = EVERYTHING.every(ConfigMap.class).stream().filter(object -> object.getMetadata().getName().endsWith("-dashboard")).findFirst().orElseThrow();
        JsonNode dashboard = new ObjectMapper().readTree(map.getData().get("platform-chat.json"));
        var expressions = dashboard.findValuesAsText("expr");

        assertThat(map.getMetadata().getLabels()).containsEntry("grafana_dashboard", "1");
        assertThat(map.getMetadata().getAnnotations()).containsEntry("grafana_folder", "Platform");
        assertThat(expressions).hasSizeGreaterThan(20).allSatisfy(expression -> assertThat(expression).contains("job=~\"$job\", namespace=~\"$namespace\""));
        assertThat(dashboard.at("/templating/list").findValuesAsText("name")).containsExactly("datasource", "namespace", "job");
        assertThat(dashboard.path("panels").findValuesAsText("id")).doesNotHaveDuplicates();
    }

    private static List<Rule> alerts() {
        return EVERYTHING.the(PrometheusRule.class).getSpec().getGroups().stream().flatMap(group -> group.getRules().stream()).toList();
    }
}
