package org.eplatform.chat.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.Objects;
import java.util.stream.Stream;

/// Each rule of the profile "restricted" of the Pod Security Standards, and a root file system that cannot be written, which it leaves open.
final class RestrictedProfile {

    private RestrictedProfile() {}

    static void check(RunningPod pod) {
        namespaces(pod.spec());
        user(pod.spec().getSecurityContext());
        assertThat(pod.spec().getVolumes()).allSatisfy(RestrictedProfile::volume);
        assertThat(pod.containers()).isNotEmpty().allSatisfy(RestrictedProfile::container);
    }

    private static void namespaces(PodSpec spec) {
        assertThat(Stream.of(spec.getHostNetwork(), spec.getHostPID(), spec.getHostIPC())).containsOnlyNulls();
    }

    private static void user(PodSecurityContext context) {
        assertThat(context.getRunAsNonRoot()).isTrue();
        assertThat(context.getRunAsUser()).isNotIn(0L);
        assertThat(context.getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
        assertThat(context.getSeLinuxOptions()).isNull();
        assertThat(context.getSysctls()).isEmpty();
        assertThat(context.getWindowsOptions()).isNull();
    }

    private static void volume(Volume volume) {
        assertThat(Stream.of(volume.getConfigMap(), volume.getSecret(), volume.getEmptyDir(), volume.getProjected(), volume.getCsi(), volume.getDownwardAPI(),
                volume.getEphemeral(), volume.getPersistentVolumeClaim()).filter(Objects::nonNull)).as(volume.getName()).hasSize(1);
    }

    private static void container(Container container) {
        var context = container.getSecurityContext();
        assertThat(context.getAllowPrivilegeEscalation()).isFalse();
        assertThat(context.getPrivileged()).isNotEqualTo(true);
        assertThat(context.getCapabilities().getDrop()).contains("ALL");
        assertThat(context.getCapabilities().getAdd()).isEmpty();
        assertThat(context.getRunAsUser()).isNull(); // the pod's counts
        assertThat(context.getRunAsNonRoot()).isNull();
        assertThat(context.getSeccompProfile()).isNull();
        assertThat(context.getProcMount()).isNull();
        assertThat(context.getReadOnlyRootFilesystem()).isTrue();
        assertThat(container.getPorts()).allSatisfy(port -> assertThat(port.getHostPort()).isNull());
        assertThat(Stream.of(container.getLivenessProbe(), container.getReadinessProbe(), container.getStartupProbe())
                .filter(Objects::nonNull).map(Probe::getHttpGet).filter(Objects::nonNull)).allSatisfy(get -> assertThat(get.getHost()).isNull());
    }
}
