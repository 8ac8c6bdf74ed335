package org.eplatform.chat.benchmark;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A Markdown table with its columns aligned in the source.
final class Table {

    private Table() {}

    /// The first row is the head. Numbers stand in columns 1, 2 and 4.
    static String markdown(List<List<String>> rows) {
        var widths = IntStream.range(0, rows.getFirst().size()).map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0)).toArray();
        var head = line(rows.getFirst(), widths);
        var rule = IntStream.range(0, widths.length)
                .mapToObj(column -> isNumber(column) ? "-".repeat(Math.max(2, widths[column]) - 1) + ":" : "-".repeat(Math.max(1, widths[column])))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
        return head + rule + rows.stream().skip(1).map(row -> line(row, widths)).collect(Collectors.joining());
    }

    private static String line(List<String> cells, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> isNumber(column) ? " ".repeat(widths[column] - cells.get(column).length()) + cells.get(column)
                        : cells.get(column) + " ".repeat(widths[column] - cells.get(column).length()))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static boolean isNumber(int column) {
        return column == 1 || column == 2 || column == 4;
    }
}
