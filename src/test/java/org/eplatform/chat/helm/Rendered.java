package org.eplatform.chat.helm;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the chart makes, as Kubernetes would read it, but strictly: a field that Kubernetes does not know, which it would pass over, is an error here.
record Rendered(List<HasMetadata> all) {

    private static final Map<String, Class<? extends HasMetadata>> KINDS = Stream.of(Deployment.class, Service.class, ServiceAccount.class, ConfigMap.class, Pod.class,
            Job.class, HorizontalPodAutoscaler.class, PodDisruptionBudget.class, NetworkPolicy.class, Ingress.class, HTTPRoute.class, ServiceMonitor.class,
            PodMonitor.class, PrometheusRule.class).collect(Collectors.toMap(kind -> HasMetadata.getApiVersion(kind) + " " + HasMetadata.getKind(kind), Function.identity()));

    private static final ObjectMapper STRICT = YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).setAnnotationIntrospector(new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1;

                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                    return false; // where the model would keep what it does not know
                }
            });

    static Rendered parse(String manifest) {
        var all = new ArrayList<HasMetadata>();
        try (var documents = STRICT.readerFor(JsonNode.class).<JsonNode>readValues(manifest)) {
            while (documents.hasNextValue()) {
                var document = documents.nextValue();
                if (document.isObject()) {
                    all.add(STRICT.treeToValue(document, kindOf(document)));
                }
            }
        } catch (IOException notAnObject) {
            throw new UncheckedIOException(notAnObject.getMessage() + "\n" + manifest, notAnObject);
        }
        return new Rendered(List.copyOf(all));
    }

    private static Class<? extends HasMetadata> kindOf(JsonNode document) {
        var name = document.path("apiVersion").asText() + " " + document.path("kind").asText();
        if (!KINDS.containsKey(name)) {
            throw new AssertionError("The chart makes a " + name + ", which no test knows");
        }
        return KINDS.get(name);
    }

    <T extends HasMetadata> List<T> every(Class<T> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /// The only one of its kind.
    <T extends HasMetadata> T the(Class<T> kind) {
        var found = every(kind);
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " of " + kind.getSimpleName());
        }
        return found.getFirst();
    }

    /// Everything that would run.
    List<RunningPod> pods() {
        return Stream.of(
                every(Deployment.class).stream().map(object -> RunningPod.of(object, object.getSpec().getTemplate())),
                every(Job.class).stream().map(object -> RunningPod.of(object, object.getSpec().getTemplate())),
                every(Pod.class).stream().map(object -> new RunningPod(object.getMetadata().getName(), object.getMetadata().getLabels(), object.getSpec())))
                .flatMap(Function.identity()).toList();
    }

    RunningPod server() {
        var deployment = the(Deployment.class);
        return RunningPod.of(deployment, deployment.getSpec().getTemplate());
    }
}
