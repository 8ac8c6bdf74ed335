package org.eplatform.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eplatform.chat.testsupport.PackagedService.ARTIFACT;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `Dockerfile.jvm` runs while the image is built, with neither database nor provider.
class PreparedIT {

    @TempDir
    Path app;

    @Test
    void theClassesOfTheJvmImageAreMadeReadyAndTheBuildGoesOn() throws Exception {
        assumeTrue(ARTIFACT.toString().endsWith(".jar"), "a native executable has no classes to make ready");

        var output = app.resolve("output").toFile();
        var process = new ProcessBuilder(step()).redirectErrorStream(true).redirectOutput(output).start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }

        assertThat(process.exitValue()).as(Files.readString(output.toPath())).isZero();
        assertThat(app.resolve("chat.aot")).isNotEmptyFile();
    }

    /// The step that makes the cache, with this build's places instead of the image's.
    private List<String> step() throws IOException {
        var run = Files.readAllLines(Path.of("src/main/docker/Dockerfile.jvm")).stream().filter(line -> line.contains("-XX:AOTCacheOutput=")).toList();
        assertThat(run).singleElement().asString().startsWith("RUN [\"java\", ").endsWith("]");
        var step = new ArrayList<>(List.of(run.getFirst().substring("RUN [\"".length(), run.getFirst().length() - "\"]".length()).split("\", \"")));
        step.set(0, ProcessHandle.current().info().command().orElseThrow());
        step.replaceAll(word -> word.replace("/app/quarkus-run.jar", ARTIFACT.toAbsolutePath().toString()).replace("/app/", app + "/"));
        return step;
    }
}
