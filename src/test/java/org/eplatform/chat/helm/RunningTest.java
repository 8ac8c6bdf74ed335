package org.eplatform.chat.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import org.junit.jupiter.api.Test;

/// How many pods there are, how they come and how they go.
class RunningTest {

    @Test
    void oneFollowsTheOtherWithoutAnInterruption() {
        var deployment = Chart.render(Chart.values("minimal")).the(Deployment.class).getSpec();

        assertThat(deployment.getReplicas()).isEqualTo(2);
        assertThat(deployment.getStrategy().getRollingUpdate().getMaxUnavailable().getIntVal()).isZero();
        assertThat(deployment.getStrategy().getRollingUpdate().getMaxSurge().getIntVal()).isEqualTo(1);
    }

    @Test
    void twoThatDoNotHearOfEachOtherNeverServeAtOnce() {
        assertThat(Chart.render(Chart.values("alone")).the(Deployment.class).getSpec().getStrategy().getType()).isEqualTo("Recreate");
    }

    @Test
    void aPodServesOnForAWhileAfterItWasTakenOutOfTheService() {
        var pod = Chart.render(Chart.values("minimal")).server();

        assertThat(pod.container().getLifecycle().getPreStop().getSleep().getSeconds()).isEqualTo(5);
        assertThat(pod.container().getLifecycle().getPreStop().getExec()).isNull(); // there is no shell
        assertThat(pod.spec().getTerminationGracePeriodSeconds()).isEqualTo(30);
        assertThat(Chart.render(Chart.values("everything")).server().spec().getTerminationGracePeriodSeconds()).isEqualTo(90);
    }

    @Test
    void podsAreSpreadOverZonesAndNodes() {
        assertThat(Chart.render(Chart.values("minimal")).server().spec().getTopologySpreadConstraints()).extracting("topologyKey")
                .containsExactly("topology.kubernetes.io/zone", "kubernetes.io/hostname");
    }

    @Test
    void aDrainedNodeTakesOnePodAtATime() {
        assertThat(Chart.render(Chart.values("minimal")).the(PodDisruptionBudget.class).getSpec().getMaxUnavailable().getIntVal()).isEqualTo(1);
    }

    /// It would hold the node fast, or mean nothing.
    @Test
    void aSinglePodHasNoBudget() {
        assertThat(Chart.render(Chart.values("alone")).every(PodDisruptionBudget.class)).isEmpty();
        assertThat(Chart.render(Chart.values("autoscaled"), Values.of("autoscaling: {minReplicas: 1}")).every(PodDisruptionBudget.class)).isEmpty();
    }

    @Test
    void itGrowsAtOnceAndShrinksSlowly() {
        var rendered = Chart.render(Chart.values("autoscaled"));
        var scaler = rendered.the(HorizontalPodAutoscaler.class).getSpec();

        assertThat(rendered.the(Deployment.class).getSpec().getReplicas()).as("the autoscaler's affair").isNull();
        assertThat(scaler.getScaleTargetRef().getName()).isEqualTo(rendered.the(Deployment.class).getMetadata().getName());
        assertThat(scaler.getMinReplicas()).isEqualTo(3);
        assertThat(scaler.getMetrics()).extracting("type").containsExactly("Resource", "Pods");
        assertThat(scaler.getMetrics().getLast().getPods().getMetric().getName()).isEqualTo("chat_connections");
        assertThat(scaler.getMetrics().getLast().getPods().getTarget().getAverageValue().getAmount()).isEqualTo("1000000");
        assertThat(scaler.getBehavior().getScaleUp().getStabilizationWindowSeconds()).isZero();
        assertThat(scaler.getBehavior().getScaleDown().getStabilizationWindowSeconds()).isEqualTo(600);
        assertThat(scaler.getBehavior().getScaleDown().getPolicies()).singleElement()
                .satisfies(policy -> assertThat(policy.getValue() + " in " + policy.getPeriodSeconds()).isEqualTo("1 in 300"));
    }
}
