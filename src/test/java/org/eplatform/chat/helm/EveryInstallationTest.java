package org.eplatform.chat.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for the chart with any values: those of the matrix and of the examples.
class EveryInstallationTest {

    static List<Path> installations() {
        return Stream.of(Chart.matrix(), Chart.examples()).flatMap(List::stream).toList();
    }

    @ParameterizedTest
    @MethodSource("installations")
    void helmFindsNothingToSay(Path values, @TempDir Path copy) throws IOException {
        var result = Chart.lint(values, copy);

        assertThat(result.isFailed()).as(String.join("\n", result.getMessages())).isFalse();
    }

    @ParameterizedTest
    @MethodSource("installations")
    void everyPodKeepsToTheRestrictedProfile(Path values) {
        assertThat(Chart.render(values).pods()).hasSizeGreaterThanOrEqualTo(2).allSatisfy(RestrictedProfile::check);
    }

    @ParameterizedTest
    @MethodSource("installations")
    void noPodCanCallKubernetesOrTakesServicesForSettings(Path values) {
        assertThat(Chart.render(values).pods()).allSatisfy(pod -> {
            assertThat(pod.spec().getAutomountServiceAccountToken()).isFalse();
            assertThat(pod.spec().getEnableServiceLinks()).isFalse();
        });
    }

    @ParameterizedTest
    @MethodSource("installations")
    void everyContainerSaysWhatItRunsAndWhatItTakes(Path values) {
        assertThat(Chart.render(values).pods().stream().flatMap(pod -> pod.containers().stream())).allSatisfy(container -> {
            assertThat(container.getImage()).matches(".+(:[^:/]+|@sha256:[0-9a-f]{64})").doesNotContain(":latest");
            assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
            assertThat(container.getResources().getLimits()).containsKey("memory");
            assertThat(container.getEnv()).extracting(EnvVar::getName).doesNotHaveDuplicates();
        });
    }

    @ParameterizedTest
    @MethodSource("installations")
    void whatChoosesPodsChoosesThoseThatServeAndNoOthers(Path values) {
        var objects = Chart.render(values);
        var selectors = Stream.of(
                objects.every(Deployment.class).stream().map(object -> object.getSpec().getSelector().getMatchLabels()),
                objects.every(Service.class).stream().map(object -> object.getSpec().getSelector()),
                objects.every(PodDisruptionBudget.class).stream().map(object -> object.getSpec().getSelector().getMatchLabels()),
                objects.every(PodMonitor.class).stream().map(object -> object.getSpec().getSelector().getMatchLabels()),
                objects.every(NetworkPolicy.class).stream().filter(object -> !object.getMetadata().getAnnotations().containsKey("hook"))
                        .map(object -> object.getSpec().getPodSelector().getMatchLabels()),
                objects.the(Deployment.class).getSpec().getTemplate().getSpec().getTopologySpreadConstraints().stream()
                        .map(constraint -> constraint.getLabelSelector().getMatchLabels()))
                .flatMap(part -> part).toList();

        assertThat(selectors).hasSizeGreaterThanOrEqualTo(4).allSatisfy(selector ->
                assertThat(objects.pods().stream().filter(pod -> chooses(selector, pod.labels())).map(RunningPod::name))
                        .containsExactly(objects.the(Deployment.class).getMetadata().getName()));
        assertThat(objects.every(ServiceMonitor.class)).allSatisfy(monitor ->
                assertThat(chooses(monitor.getSpec().getSelector().getMatchLabels(), objects.the(Service.class).getMetadata().getLabels())).isTrue());
    }

    @ParameterizedTest
    @MethodSource("installations")
    void theKubeletAsksTheManagementPort(Path values) {
        var container = Chart.render(values).server().container();

        assertThat(Map.of("started", container.getStartupProbe(), "ready", container.getReadinessProbe(), "live", container.getLivenessProbe()))
                .allSatisfy((path, probe) -> {
                    assertThat(probe.getHttpGet().getPath()).isEqualTo("/q/health/" + path);
                    assertThat(probe.getHttpGet().getPort().getStrVal()).isEqualTo("management");
                });
        assertThat(container.getPorts()).extracting("name", "containerPort").containsExactlyInAnyOrder(
                tuple("http", 8080), tuple("management", 9000));
    }

    @ParameterizedTest
    @MethodSource("installations")
    void aPodIsNotKilledBeforeItCanHaveEnded(Path values) {
        var pod = Chart.render(values).server();
        var drain = Integer.parseInt(pod.environment().get("CHAT_SOCKET_DRAIN").replace("s", ""));
        var lifecycle = pod.container().getLifecycle();
        var sleep = lifecycle == null ? 0 : lifecycle.getPreStop().getSleep().getSeconds();

        assertThat(pod.spec().getTerminationGracePeriodSeconds()).isGreaterThanOrEqualTo(sleep + drain + 20);
    }

    @ParameterizedTest
    @MethodSource("installations")
    void noSecretIsWrittenDown(Path values) {
        var objects = Chart.render(values);

        assertThat(objects.pods().stream().flatMap(pod -> pod.containers().stream()).flatMap(container -> container.getEnv().stream())
                .filter(variable -> variable.getName().matches(".*(PASSWORD|SECRET|USERNAME|PRIVATE_KEY).*")))
                .hasSizeGreaterThanOrEqualTo(2).allSatisfy(variable -> assertThat(variable.getValueFrom().getSecretKeyRef()).isNotNull());
        assertThat(objects.every(ConfigMap.class)).allSatisfy(map -> assertThat(map.getData().toString()).doesNotContainIgnoringCase("password"));
    }

    private static boolean chooses(Map<String, String> selector, Map<String, String> labels) {
        return !selector.isEmpty() && labels.entrySet().containsAll(selector.entrySet());
    }
}
