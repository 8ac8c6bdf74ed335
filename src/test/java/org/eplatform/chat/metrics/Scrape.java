package org.eplatform.chat.metrics;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What `/q/metrics` says at one moment (OpenMetrics, and Prometheus' text format, which names a counter in full): the kind of each number, and each value under
/// its name with its labels.
record Scrape(Map<String, String> kinds, Map<String, Double> values) {

    private static final Pattern KIND = Pattern.compile("# TYPE (\\S+) (\\S+)");
    private static final Pattern VALUE = Pattern.compile("([^#\\s{]+)(\\{.*?})? (\\S+)( # .*)?");

    static Scrape of(String text) {
        var kinds = new TreeMap<String, String>();
        var values = new TreeMap<String, Double>();
        text.lines().forEach(line -> {
            var kind = KIND.matcher(line);
            var value = VALUE.matcher(line);
            if (kind.matches()) {
                boolean isShort = kind.group(2).equals("counter") && !kind.group(1).endsWith("_total");
                kinds.put(kind.group(1) + (isShort ? "_total" : ""), kind.group(2));
            } else if (value.matches()) {
                values.put(value.group(1) + (value.group(2) == null ? "" : value.group(2)), Double.valueOf(value.group(3)));
            }
        });
        return new Scrape(kinds, values);
    }

    /// As a query has them: those of a histogram are its parts.
    Set<String> names() {
        return values.keySet().stream().map(name -> name.replaceFirst("\\{.*", "")).collect(Collectors.toCollection(TreeSet::new));
    }

    Set<String> labels(String name, String label) {
        var pattern = Pattern.compile(Pattern.quote(name) + "\\{.*\\b" + label + "=\"([^\"]*)\".*");
        return values.keySet().stream().map(pattern::matcher).filter(Matcher::matches).map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    double value(String name) {
        return values.getOrDefault(name, Double.NaN);
    }
}
