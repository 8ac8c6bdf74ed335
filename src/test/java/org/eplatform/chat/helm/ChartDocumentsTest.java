package org.eplatform.chat.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/// helm/README.md and the descriptions in helm/values.schema.json say what the comments in helm/values.yaml say.
/// After a change of those: `./mvnw test -DskipITs -Dtest=ChartDocumentsTest -Dhelm.write`.
class ChartDocumentsTest {

    private static final String COMMAND = "written anew by ./mvnw test -DskipITs -Dtest=ChartDocumentsTest -Dhelm.write";
    private static final Path README = Chart.ROOT.resolve("README.md");
    private static final Path SCHEMA = Chart.ROOT.resolve("values.schema.json");
    private static final String BEGIN = "<!-- The table is made of values.yaml. -->\n";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theReadmeListsAllValues() throws IOException {
        var committed = Files.readString(README);
        var expected = committed.substring(0, committed.indexOf(BEGIN) + BEGIN.length()) + table(ValueComments.read());
        if (System.getProperty("helm.write") != null) {
            Files.writeString(README, expected);
        }

        assertThat(Files.readString(README)).as(COMMAND).isEqualTo(expected);
    }

    @Test
    void theSchemaDescribesAllValues() throws IOException {
        var schema = JSON.readTree(SCHEMA.toFile());
        for (var value : ValueComments.read().all()) {
            var property = schema.at("/properties" + value.pointer().replaceAll("(?<=\\w)/", "/properties/"));
            assertThat(property.isObject()).as(value.key() + " is in values.schema.json").isTrue();
            ((ObjectNode) property).put("description", value.description());
        }
        var expected = JSON.writer(printer()).writeValueAsString(schema) + "\n";
        if (System.getProperty("helm.write") != null) {
            Files.writeString(SCHEMA, expected);
        }

        assertThat(Files.readString(SCHEMA)).as(COMMAND).isEqualTo(expected);
    }

    @Test
    void everyValueIsDescribed() throws IOException {
        assertThat(ValueComments.read().undescribed()).isEmpty();
    }

    @Test
    void theSchemaKnowsNothingThatValuesDoNotHave() throws IOException {
        assertSameKeys("", Chart.YAML.readTree(Chart.ROOT.resolve("values.yaml").toFile()), JSON.readTree(SCHEMA.toFile()));
    }

    @Test
    void theChartIsForThisVersion() throws IOException {
        var chart = Chart.YAML.readTree(Chart.ROOT.resolve("Chart.yaml").toFile());
        var version = chart.path("appVersion").asText();

        assertThat(Files.readString(Path.of("pom.xml"))).containsPattern("<artifactId>chat</artifactId>\\s+<version>" + version.replace(".", "\\.") + "(-SNAPSHOT)?</version>");
        assertThat(chart.at("/annotations/artifacthub.io~1images").asText()).contains("eplatform/chat:" + version);
    }

    private static String table(ValueComments comments) {
        return comments.all().stream().map(value -> "| `%s` | %s | %s | %s |\n".formatted(value.key(), type(value.standard()), standard(value.standard()), value.description()))
                .collect(Collectors.joining("", "| Key | Type | Default | Description |\n| --- | --- | --- | --- |\n", ""));
    }

    private static String type(JsonNode standard) {
        return switch (standard.getNodeType()) {
            case ARRAY -> "list";
            case BOOLEAN -> "bool";
            case NUMBER -> "int";
            case OBJECT, POJO -> "map";
            case STRING, BINARY -> "string";
            case NULL, MISSING -> "";
        };
    }

    /// What is longer than a line of a table is in values.yaml.
    private static String standard(JsonNode standard) {
        return standard.isNull() || standard.toString().equals("\"\"") ? "" : standard.toString().length() > 60 ? "see values.yaml" : "`" + standard + "`";
    }

    private static void assertSameKeys(String pointer, JsonNode values, JsonNode schema) {
        var properties = schema.path("properties");
        if (!properties.isObject() || !values.isObject() || values.isEmpty()) {
            return;
        }
        var known = StreamSupport.stream(((Iterable<String>) properties::fieldNames).spliterator(), false).filter(name -> !name.equals("global")).toList();
        assertThat(known).as(pointer).containsExactlyInAnyOrderElementsOf(values::fieldNames);
        known.forEach(name -> assertSameKeys(pointer + "/" + name, values.path(name), properties.path(name)));
    }

    private static DefaultPrettyPrinter printer() {
        var indenter = new DefaultIndenter("  ", "\n");
        var printer = new DefaultPrettyPrinter(Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER));
        printer.indentObjectsWith(indenter);
        return printer;
    }
}
