package org.eplatform.chat.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Both image files keep to the same rules, and to what the chart takes for granted: the user, the ports, nothing that needs a shell.
class DockerfilesTest {

    /// An instruction of a Dockerfile, its lines joined.
    record Instruction(String name, String rest) {}

    @ParameterizedTest
    @ValueSource(strings = {"Dockerfile.native", "src/main/docker/Dockerfile.jvm"})
    void everyImageThatItStartsFromIsNamedByTagOrDigest(String file) throws IOException {
        var names = all(file, "ARG").map(argument -> argument.rest().split("=", 2)).filter(argument -> argument.length == 2)
                .collect(Collectors.toMap(argument -> argument[0], argument -> argument[1]));

        assertThat(all(file, "FROM")).hasSize(2).allSatisfy(from ->
                assertThat(names.get(from.rest().replaceAll("\\$\\{(\\w+)}.*", "$1"))).as(from.rest()).matches("[a-z0-9.]+/.+(:[^:/]+|@sha256:[0-9a-f]{64})").doesNotContain(":latest"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dockerfile.native", "src/main/docker/Dockerfile.jvm"})
    void itRunsAsTheNumericUserOfTheChart(String file) throws IOException {
        var user = shipped(file).stream().filter(instruction -> instruction.name().equals("USER")).toList();

        assertThat(user).singleElement().extracting(Instruction::rest).isEqualTo(Chart.YAML.readTree(Chart.ROOT.resolve("values.yaml").toFile()).path("runAsUser").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dockerfile.native", "src/main/docker/Dockerfile.jvm"})
    void whatIsShippedNeedsNoShell(String file) throws IOException {
        assertThat(shipped(file)).extracting(Instruction::name).doesNotContain("SHELL");
        assertThat(shipped(file)).filteredOn(instruction -> instruction.name().equals("ENTRYPOINT")).singleElement()
                .extracting(Instruction::rest).asString().matches("\\[\"[^']*\"]");
        assertThat(shipped(file)).filteredOn(instruction -> Set.of("CMD", "RUN").contains(instruction.name())).allSatisfy(command -> assertThat(command.rest()).startsWith("[").doesNotContain("\"sh\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dockerfile.native", "src/main/docker/Dockerfile.jvm"})
    void itSaysWhatItIs(String file) throws IOException {
        assertThat(shipped(file)).filteredOn(instruction -> instruction.name().equals("LABEL")).singleElement().extracting(Instruction::rest).asString()
                .contains(Stream.of("title", "description", "vendor", "licenses", "version", "revision", "source").map("org.opencontainers.image.%s="::formatted).toList());
        assertThat(shipped(file)).contains(new Instruction("EXPOSE", "8080 9000"));
        assertThat(shipped(file)).filteredOn(instruction -> instruction.name().equals("COPY")).last().extracting(Instruction::rest).asString()
                .contains("cyclonedx.json").endsWith("/app/sbom/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dockerfile.native", "src/main/docker/Dockerfile.jvm"})
    void itFetchesNothingUnseenAndHoldsNoSecret(String file) throws IOException {
        assertThat(instructions(file)).extracting(Instruction::name).doesNotContain("ADD", "MAINTAINER", "ONBUILD")
                .isSubsetOf("ARG", "FROM", "USER", "RUN", "WORKDIR", "COPY", "LABEL", "EXPOSE", "ENTRYPOINT", "CMD", "ENV");
        assertThat(instructions(file).stream().filter(instruction -> Set.of("ARG", "ENV").contains(instruction.name()))).allSatisfy(variable ->
                assertThat(variable.rest()).doesNotContainPattern(Pattern.compile("password|secret|token|key", Pattern.CASE_INSENSITIVE)));
        assertThat(all(file, "RUN")).allSatisfy(run -> assertThat(run.rest()).doesNotContain("curl ", "wget ", "sudo "));
        assertThat(shipped(file)).filteredOn(instruction -> instruction.name().equals("COPY")).allSatisfy(copy -> assertThat(copy.rest()).startsWith("--from=build "));
    }

    /// Whatever lies about in somebody's clone stays out of what is sent to be built.
    @Test
    void onlyWhatIsBuiltIsSent() throws IOException {
        assertThat(Files.readAllLines(Path.of(".dockerignore"))).startsWith("*").contains("!pom.xml", "!mvnw", "!.mvn", "!src", "!docs/openapi.yaml");
    }

    /// From the last FROM on.
    private static List<Instruction> shipped(String file) throws IOException {
        var all = instructions(file);
        int last = all.stream().map(Instruction::name).toList().lastIndexOf("FROM");
        return all.subList(last + 1, all.size());
    }

    private static Stream<Instruction> all(String file, String name) throws IOException {
        return instructions(file).stream().filter(instruction -> instruction.name().equals(name));
    }

    private static List<Instruction> instructions(String file) throws IOException {
        return Files.readString(Path.of(file)).replaceAll("(?m)^#.*\n", "").replaceAll("\\\\\n\\s*", "").lines().filter(line -> !line.isBlank())
                .map(line -> line.split("\\s+", 2)).map(parts -> new Instruction(parts[0], parts[1].strip())).toList();
    }
}
