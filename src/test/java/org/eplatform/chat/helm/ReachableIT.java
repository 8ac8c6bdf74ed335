package org.eplatform.chat.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fabric8.kubernetes.api.model.Pod;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.eplatform.chat.testsupport.PackagedService;
import org.junit.jupiter.api.Test;

/// What `helm test` runs in a cluster, run here against the service with its addresses put in.
class ReachableIT {

    @Test
    void whatHelmTestAsksHoldsForTheService() throws Exception {
        assumeTrue(run("command -v curl").exitCode() == 0, "there is no curl here");
        var rendered = Chart.render(Chart.values("minimal"));
        var test = rendered.every(Pod.class).stream().filter(pod -> "test".equals(pod.getMetadata().getAnnotations().get("hook"))).findFirst().orElseThrow();
        var container = test.getSpec().getContainers().getFirst();
        assertThat(container.getCommand()).containsExactly("sh", "-c");

        try (var service = PackagedService.start()) {
            var script = container.getArgs().getFirst().replaceAll("http://[a-z-]+:9000", root(service.address("/q/health"))).replaceAll("http://[a-z-]+:80\\b", root(service.publicAddress("/chat/")));
            var ended = run(script);

            assertThat(ended.exitCode()).as(ended.output()).isZero();
            assertThat(ended.output().lines()).hasSize(4).allMatch(line -> line.startsWith("ok: "));
        }
    }

    private static String root(URI address) {
        return "http://" + address.getAuthority();
    }

    private static PackagedService.Ended run(String script) throws IOException, InterruptedException {
        var process = new ProcessBuilder("sh", "-c", script).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new PackagedService.Ended(process.exitValue(), output);
    }
}
