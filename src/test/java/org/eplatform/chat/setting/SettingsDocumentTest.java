package org.eplatform.chat.setting;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The tables of settings are what the mappings say, in their own words. After a change that is meant: `./mvnw test -DskipITs -Dtest=SettingsDocumentTest -Dsettings.write`.
class SettingsDocumentTest {

    private static final Path COMMITTED = Path.of("docs/configuration.md");
    private static final String COMMAND = "./mvnw test -DskipITs -Dtest=SettingsDocumentTest -Dsettings.write";

    private static final Pattern SECTION = Pattern.compile("\"([^\"]+)\"( in the operations)?");

    @Test
    void theTablesAreWhatTheMappingsSay() throws IOException {
        var committed = Files.readString(COMMITTED);
        var told = between("limits", limits(), between("settings", settings(), committed));
        if (System.getProperty("settings.write") != null) {
            Files.writeString(COMMITTED, told);
        }

        assertThat(Files.readString(COMMITTED)).as("docs/configuration.md is rewritten by " + COMMAND).isEqualTo(told);
    }

    private static String settings() throws IOException {
        var spoken = Spoken.ofAll(Mappings.ALL);
        return Stream.concat(Stream.of("| Key | Variable | Default | Takes | Meaning |", "| --- | --- | --- | --- | --- |"),
                Mappings.settings().filter(setting -> !isRate(setting)).map(setting -> row(setting, spoken.of(setting)))).collect(joining("\n"));
    }

    private static String row(Setting setting, String meaning) {
        return "| `%s` | `%s` | %s | %s | %s |".formatted(setting.key(), setting.variable(), setting.standard() == null ? "none" : '`' + setting.standard() + '`',
                setting.form().meaning().replace("a duration with its unit, ", ""), linked(meaning));
    }

    /// In a comment a section is only named.
    private static String linked(String meaning) {
        return SECTION.matcher(meaning).replaceAll(named -> "[" + named.group(1) + "](" + (named.group(2) == null ? "" : "operations.md")
                + "#" + named.group(1).toLowerCase(Locale.ROOT).replace(' ', '-') + ")");
    }

    /// Those of a kind are one row.
    private static String limits() {
        var rates = Mappings.settings().filter(SettingsDocumentTest::isRate).toList();
        return Stream.concat(Stream.of("| Key | Variable | `.burst` | `.refill` |", "| --- | --- | --- | --- |"),
                rates.stream().filter(setting -> setting.key().endsWith(".burst")).map(burst -> rate(burst, rates))).collect(joining("\n"));
    }

    private static String rate(Setting burst, List<Setting> rates) {
        var key = burst.key().replaceFirst("\\.burst$", "");
        var refill = rates.stream().filter(setting -> setting.key().equals(key + ".refill")).findFirst().orElseThrow();
        return "| `%s` | `%s` | `%s` | `%s` |".formatted(key, burst.variable().replaceFirst("_BURST$", ""), burst.standard(), refill.standard());
    }

    private static boolean isRate(Setting setting) {
        return setting.key().endsWith(".burst") || setting.key().endsWith(".refill");
    }

    private static String between(String name, String content, String text) {
        var begin = "<!-- " + name + ":begin -->\n";
        int from = text.indexOf(begin) + begin.length();
        return text.substring(0, from) + content + "\n" + text.substring(text.indexOf("<!-- " + name + ":end -->", from));
    }
}
