package org.eplatform.chat.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Who changes the schema, and with which role.
class MigrationTest {

    @Test
    void leftAloneEachPodMigratesBeforeItServes() {
        var rendered = Chart.render(Chart.values("minimal"));

        assertThat(rendered.server().environment()).containsEntry("CHAT_MIGRATE", "at-start");
        assertThat(rendered.server().spec().getInitContainers()).isEmpty();
        assertThat(rendered.every(Job.class)).isEmpty();
    }

    @Test
    void aJobMigratesWithItsOwnRoleBeforeAnyPodServes() {
        var rendered = Chart.render(Chart.values("job"));
        var job = rendered.the(Job.class);
        var environment = RunningPod.environment(job.getSpec().getTemplate().getSpec().getContainers().getFirst());

        assertThat(job.getMetadata().getAnnotations()).containsEntry("hook", "pre-install,pre-upgrade");
        assertThat(job.getSpec().getTemplate().getSpec().getRestartPolicy()).isEqualTo("Never");
        assertThat(job.getSpec().getActiveDeadlineSeconds()).isEqualTo(600);
        assertThat(environment).containsEntry("CHAT_MIGRATE", "only").containsEntry("QUARKUS_DATASOURCE_USERNAME", "chat-db-owner/username")
                .containsEntry("CHAT_LIMIT_SENDS_BURST", "1000000").doesNotContainKey("QUARKUS_OIDC_AUTH_SERVER_URL");
        assertThat(environment.get("QUARKUS_DATASOURCE_JDBC_URL")).isEqualTo(rendered.server().environment().get("QUARKUS_DATASOURCE_JDBC_URL"));
        assertThat(rendered.server().environment()).containsEntry("CHAT_MIGRATE", "never").containsEntry("QUARKUS_DATASOURCE_USERNAME", "chat-db/username");
    }

    /// Before the first installation there is nothing of the chart's yet.
    @Test
    void whatTheJobNeedsIsThereBeforeIt() {
        var rendered = Chart.render(Chart.values("job"));
        var job = rendered.the(Job.class);
        var account = rendered.every(ServiceAccount.class).stream().filter(MigrationTest::isHook).findFirst().orElseThrow();
        var policy = rendered.every(NetworkPolicy.class).stream().filter(MigrationTest::isHook).findFirst().orElseThrow();

        assertThat(job.getSpec().getTemplate().getSpec().getServiceAccountName()).isEqualTo(account.getMetadata().getName());
        assertThat(job.getSpec().getTemplate().getMetadata().getLabels()).containsAllEntriesOf(policy.getSpec().getPodSelector().getMatchLabels());
        assertThat(List.of(account, policy)).allSatisfy(needed -> assertThat(weight(needed)).isLessThan(weight(job)));
    }

    @Test
    void anotherAccountIsTheJobsToo() {
        var rendered = Chart.render(Chart.values("job"), Values.of("serviceAccount: {create: false, name: shared}"));

        assertThat(rendered.the(Job.class).getSpec().getTemplate().getSpec().getServiceAccountName()).isEqualTo("shared");
        assertThat(rendered.every(ServiceAccount.class)).isEmpty();
    }

    @Test
    void aContainerMigratesBeforeThePodThatNeedsIt() {
        var rendered = Chart.render(Chart.values("init"));
        var first = rendered.server().spec().getInitContainers().getFirst();

        assertThat(RunningPod.environment(first)).containsEntry("CHAT_MIGRATE", "only").containsEntry("QUARKUS_DATASOURCE_PASSWORD", "chat-db-owner/password");
        assertThat(first.getImage()).isEqualTo(rendered.server().container().getImage());
        assertThat(rendered.server().environment()).containsEntry("CHAT_MIGRATE", "never").containsEntry("QUARKUS_DATASOURCE_PASSWORD", "chat-db/password");
        assertThat(rendered.every(Job.class)).isEmpty();
    }

    @Test
    void withoutARoleOfItsOwnTheServingOneMigrates() {
        var first = Chart.render(Chart.values("init"), Values.of("migration: {existingSecret: ''}")).server().spec().getInitContainers().getFirst();

        assertThat(RunningPod.environment(first)).containsEntry("QUARKUS_DATASOURCE_PASSWORD", "chat-db/password");
    }

    private static boolean isHook(HasMetadata object) {
        return object.getMetadata().getAnnotations().containsKey("hook");
    }

    private static int weight(HasMetadata hook) {
        return Integer.parseInt(hook.getMetadata().getAnnotations().get("helm.sh/hook-weight"));
    }
}
