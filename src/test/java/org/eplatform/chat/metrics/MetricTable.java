package org.eplatform.chat.metrics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The table of numbers in `docs/operations.md`, "Probes and metrics".
final class MetricTable {

    private static final Pattern ROW = Pattern.compile("\\| `(chat_\\w+)` \\| (\\w+) \\|[^|]*\\|([^|]*)\\|.*");
    private static final Pattern WORD = Pattern.compile("`(\\w+)`");

    private MetricTable() {}

    /// `label` is null when there is none, and `values` is empty when the table does not list them.
    record Row(String name, String kind, String label, Set<String> values) {}

    static List<Row> read() throws IOException {
        return Files.readString(Path.of("docs/operations.md")).lines().map(ROW::matcher).filter(Matcher::matches).map(row -> {
            var words = WORD.matcher(row.group(3)).results().map(word -> word.group(1)).toList();
            return new Row(row.group(1), row.group(2), words.isEmpty() ? null : words.getFirst(), new TreeSet<>(words.stream().skip(1).toList()));
        }).toList();
    }
}
