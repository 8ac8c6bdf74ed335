package org.eplatform.chat.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// The chart in `helm/`, by Helm itself, which comes as a library: neither its command nor a cluster is needed.
final class Chart {

    static final Path ROOT = Path.of("helm");
    static final ObjectMapper YAML = new YAMLMapper();
    private static final Path MATRIX = Path.of("src/test/resources/helm");
    /// The oldest Kubernetes that the chart is for.
    private static final String KUBERNETES = "1.30.0";

    /// Many tests look at the same installation.
    private static final Map<List<Path>, Rendered> RENDERED = new ConcurrentHashMap<>();

    private Chart() {}

    /// The values that the chart is tried with; each file is an installation of another kind.
    static List<Path> matrix() {
        return filesIn(MATRIX).stream().filter(file -> file.toString().endsWith(".yaml")).toList();
    }

    /// Those that go with the examples.
    static List<Path> examples() {
        return filesIn(ROOT.resolve("examples")).stream().filter(file -> file.endsWith("values.yaml")).toList();
    }

    static Path values(String name) {
        return MATRIX.resolve(name + ".yaml");
    }

    /// What an installation with these values, the later ones over the earlier ones, would make, and the annotation `hook` of what Helm would make before or after.
    ///
    /// @throws IllegalStateException with Helm's own words when it refuses them
    static Rendered render(Path... values) {
        return RENDERED.computeIfAbsent(List.of(values), Chart::renderAnew);
    }

    private static Rendered renderAnew(List<Path> values) {
        // The name of a release that is not part of the chart's.
        var command = new Helm(WithHooks.CHART).template().withName("talk").withNamespace("platform").withKubeVersion(KUBERNETES);
        values.forEach(command::withValuesFile);
        return Rendered.parse(command.call());
    }

    /// What an installation says in the end.
    static String notes(Path... values) {
        var command = new Helm(ROOT).install().clientOnly().dryRun().withName("talk").withNamespace("platform").withKubeVersion(KUBERNETES);
        Stream.of(values).forEach(command::withValuesFile);
        return command.call().getOutput();
    }

    /// `helm lint --strict` takes no values, so it gets a copy of the chart that has these as its own.
    static LintResult lint(Path values, Path copy) throws IOException {
        copyTo(copy);
        JsonNode own = YAML.readTree(ROOT.resolve("values.yaml").toFile());
        YAML.writeValue(copy.resolve("values.yaml").toFile(), YAML.readerForUpdating(own).readValue(values.toFile()));
        return new Helm(copy).lint().strict().call();
    }

    private static void copyTo(Path copy) throws IOException {
        for (var file : filesIn(ROOT)) {
            var target = copy.resolve(ROOT.relativize(file));
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
    }

    private static List<Path> filesIn(Path directory) {
        try (var files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// A copy in which hooks are called something else: the library leaves them out of what it renders.
    private static final class WithHooks {

        static final Path CHART = copy();

        private static Path copy() {
            try {
                var copy = Files.createTempDirectory(Path.of("target"), "chart");
                copyTo(copy);
                for (var template : filesIn(copy.resolve("templates"))) {
                    Files.writeString(template, Files.readString(template).replace("helm.sh/hook: ", "hook: "));
                }
                return copy;
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
