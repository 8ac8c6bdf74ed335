package org.eplatform.chat.helm;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A pod that the chart would run.
///
/// @param name of the object that makes it
record RunningPod(String name, Map<String, String> labels, PodSpec spec) {

    static RunningPod of(HasMetadata maker, PodTemplateSpec template) {
        return new RunningPod(maker.getMetadata().getName(), template.getMetadata().getLabels(), template.getSpec());
    }

    List<Container> containers() {
        return Stream.of(spec.getInitContainers(), spec.getContainers()).flatMap(List::stream).toList();
    }

    Container container() {
        return spec.getContainers().getFirst();
    }

    /// Its variables: the value, or the secret and its key as `secret/key`.
    static Map<String, String> environment(Container container) {
        return container.getEnv().stream().collect(Collectors.toMap(EnvVar::getName, RunningPod::value));
    }

    Map<String, String> environment() {
        return environment(container());
    }

    private static String value(EnvVar variable) {
        if (variable.getValueFrom() == null) {
            return variable.getValue();
        }
        var secret = variable.getValueFrom().getSecretKeyRef();
        return secret.getName() + "/" + secret.getKey();
    }
}
