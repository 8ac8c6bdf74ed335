package org.eplatform.chat.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes the results for people and for programs: a table on the console, `results.json`, and, after a whole run, the page of the documentation with its plot.
record Report(Results results, Machine machine, Options options) {

    private static final Path PAGE = Path.of("docs/benchmark.md");
    private static final Path PLOT = Path.of("docs/benchmark.svg");
    private static final String BEGIN = "<!-- benchmark:begin -->";
    private static final String END = "<!-- benchmark:end -->";

    void write() throws IOException {
        System.out.println("\n" + machine + "\n\n" + table());
        results.failures().forEach(failure -> System.out.println("FAILED " + failure));
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(Benchmark.OUTPUT.resolve("results.json").toFile(), json());
        var plot = new Plot(results).svg();
        Files.writeString(Benchmark.OUTPUT.resolve("benchmark.svg"), plot);
        if (options.docs()) {
            Files.writeString(PLOT, plot);
            Files.writeString(PAGE, between(Files.readString(PAGE)));
        }
    }

    private String between(String page) {
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        return page.substring(0, begin) + "\n" + machine + ". Each point was measured for " + options.point().toSeconds() + " s.\n\n"
                + "![Messages per second and latencies, the service beside the floor](benchmark.svg)\n\n" + table()
                + String.join("", results.failures().stream().map(failure -> "\nNot measured: " + failure + "\n").toList()) + page.substring(page.indexOf(END));
    }

    /// Markdown, which reads well on a console too.
    private String table() {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("", "Floor", "Ours", "Unit", "Ratio", "To reach", "Met"));
        Part part = null;
        for (var figure : results.figures()) {
            if (figure.part() != part) {
                part = figure.part();
                rows.add(List.of("**" + part.title + "**", "", "", "", "", "", ""));
            }
            var met = figure.met();
            rows.add(List.of(figure.what(), Figure.format(figure.floor()), Figure.format(figure.ours()), figure.unit(), Figure.format(figure.ratio()),
                    figure.bar().toString(), met == null ? "" : met ? "yes" : "**no**"));
        }
        return Table.markdown(rows);
    }

    private Map<String, Object> json() {
        var document = new LinkedHashMap<String, Object>();
        document.put("machine", machine.toString());
        document.put("secondsPerPoint", options.point().toSeconds());
        document.put("figures", results.figures().stream().map(Report::json).toList());
        document.put("latency", results.curves());
        document.put("failures", results.failures());
        return document;
    }

    private static Map<String, Object> json(Figure figure) {
        var object = new LinkedHashMap<String, Object>();
        object.put("part", figure.part().lowerCase());
        object.put("what", figure.what());
        object.put("unit", figure.unit());
        object.put("floor", figure.floor());
        object.put("ours", figure.ours());
        object.put("ratio", figure.ratio());
        object.put("toReach", figure.bar().toString());
        object.put("met", figure.met());
        return object;
    }
}
