package org.eplatform.chat.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPPathMatch;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Who reaches the chat, and whom it reaches.
class NetworkTest {

    @Test
    void aGatewayLeadsItsPathsHereAndNothingElse() {
        var route = Chart.render(Chart.values("minimal")).the(HTTPRoute.class).getSpec();

        assertThat(route.getHostnames()).containsExactly("chat.example.org");
        assertThat(route.getRules().stream().flatMap(rule -> rule.getMatches().stream()).map(match -> match.getPath()))
                .extracting(HTTPPathMatch::getType, HTTPPathMatch::getValue)
                .extracting(Object::toString).containsExactly("(\"PathPrefix\", \"/ws/chat\")", "(\"PathPrefix\", \"/api/chat\")", "(\"PathPrefix\", \"/chat\")");
    }

    @Test
    void aSocketMayLastAndACallMayNot() {
        var rules = Chart.render(Chart.values("minimal")).the(HTTPRoute.class).getSpec().getRules();

        assertThat(rules).extracting(rule -> rule.getTimeouts().getRequest()).containsExactly("0s", "10s");
    }

    @Test
    void noRouteLeadsToProbesAndMetrics() {
        var rendered = Chart.render(Chart.values("everything"));
        var http = rendered.the(Service.class).getSpec().getPorts().stream().filter(port -> port.getName().equals("http")).findFirst().orElseThrow();

        assertThat(rendered.the(HTTPRoute.class).getSpec().getRules().stream().flatMap(rule -> rule.getBackendRefs().stream()))
                .allSatisfy(backend -> assertThat(backend.getPort()).isEqualTo(http.getPort()));
        assertThat(paths(rendered.every(Ingress.class))).allSatisfy(path -> assertThat(path.getBackend().getService().getPort().getName()).isEqualTo("http"));
    }

    @Test
    void everyRouteLeadsToTheServiceAndThatToThePortsOfThePods() {
        var rendered = Chart.render(Chart.values("everything"));
        var service = rendered.the(Service.class);
        var ports = rendered.server().spec().getContainers().getFirst().getPorts().stream().map(port -> port.getName()).toList();

        assertThat(service.getSpec().getPorts()).extracting(port -> port.getTargetPort().getStrVal()).isSubsetOf(ports);
        assertThat(rendered.the(HTTPRoute.class).getSpec().getRules().stream().flatMap(rule -> rule.getBackendRefs().stream()))
                .isNotEmpty().allSatisfy(backend -> assertThat(backend.getName()).isEqualTo(service.getMetadata().getName()));
        assertThat(rendered.the(HTTPRoute.class).getSpec().getParentRefs()).isNotEmpty().allSatisfy(gateway -> assertThat(gateway.getName()).isNotBlank());
        var withIngress = Chart.render(Chart.values("ingress"));
        assertThat(paths(withIngress.every(Ingress.class)))
                .isNotEmpty().allSatisfy(path -> assertThat(path.getBackend().getService().getName()).isEqualTo(withIngress.the(Service.class).getMetadata().getName()));
    }

    @Test
    void anIngressForSocketsHasTimeOutsOfItsOwn() {
        var ingresses = Chart.render(Chart.values("ingress")).every(Ingress.class);

        assertThat(ingresses).hasSize(2).allSatisfy(ingress -> {
            assertThat(ingress.getSpec().getIngressClassName()).isEqualTo("haproxy");
            assertThat(ingress.getSpec().getTls().getFirst().getSecretName()).isEqualTo("chat-tls");
        });
        assertThat(ingresses.getFirst().getMetadata().getAnnotations()).containsOnlyKeys("haproxy.org/timeout-server");
        assertThat(ingresses.getLast().getMetadata().getAnnotations()).containsOnlyKeys("haproxy.org/timeout-tunnel");
        assertThat(paths(ingresses.subList(1, 2))).extracting("path").containsExactly("/ws/chat");
        assertThat(paths(ingresses)).extracting("path").containsExactly("/api/chat", "/chat", "/ws/chat");
    }

    @Test
    void whatIsNotListedIsRefused() {
        assertThat(Chart.render(Chart.values("job")).every(NetworkPolicy.class)).hasSize(2)
                .allSatisfy(policy -> assertThat(policy.getSpec().getPolicyTypes()).containsExactly("Ingress", "Egress"));
    }

    @Test
    void aPodReachesNamesDatabaseAndProviderAndNothingElse() {
        var policy = Chart.render(Chart.values("minimal")).the(NetworkPolicy.class).getSpec();

        assertThat(policy.getEgress()).extracting(NetworkTest::ports).containsExactly(List.of("UDP 53", "TCP 53"), List.of("TCP 5432"), List.of("TCP 443"));
        assertThat(policy.getIngress().get(1).getFrom().getFirst().getNamespaceSelector().getMatchLabels()).containsEntry("kubernetes.io/metadata.name", "monitoring");
    }

    @Test
    void itReachesRedisWhereThereIsOneAndWhatIsAdded() {
        var policy = Chart.render(Chart.values("everything")).every(NetworkPolicy.class).stream()
                .filter(object -> !object.getMetadata().getAnnotations().containsKey("hook")).findFirst().orElseThrow().getSpec();

        assertThat(policy.getEgress()).extracting(NetworkTest::ports)
                .containsExactly(List.of("UDP 53", "TCP 53"), List.of("TCP 5432"), List.of("TCP 4317"), List.of("TCP 6379"), List.of("TCP 443", "TCP 8443"));
        assertThat(policy.getEgress()).allSatisfy(rule -> assertThat(rule.getTo()).isNotEmpty());
        assertThat(policy.getIngress().getFirst().getFrom()).singleElement()
                .satisfies(peer -> assertThat(peer.getNamespaceSelector().getMatchLabels()).containsValue("gateways"));
    }

    private static List<String> ports(NetworkPolicyEgressRule rule) {
        return rule.getPorts().stream().map(port -> port.getProtocol() + " " + port.getPort().getIntVal()).toList();
    }

    private static List<HTTPIngressPath> paths(List<Ingress> ingresses) {
        return ingresses.stream().flatMap(ingress -> ingress.getSpec().getRules().stream()).flatMap(rule -> rule.getHttp().getPaths().stream()).toList();
    }
}
