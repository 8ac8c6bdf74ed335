package org.eplatform.chat.benchmark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.HdrHistogram.Histogram;

/// What has been measured so far, told on the console as it comes.
final class Results {

    private static final double[] PERCENTILES = {0, 25, 50, 75, 90, 95, 99, 99.5, 99.9, 99.95, 99.99, 100};

    private final Map<String, Figure> figures = new LinkedHashMap<>();
    private final List<Curve> curves = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    /// Latency by percentile; milliseconds.
    record Curve(Side side, String name, List<Point> points) {}

    record Point(double percentile, double millis) {}

    void add(Side side, Part part, String what, String unit, double value, Bar bar) {
        figures.merge(part + what + unit, new Figure(part, what, unit, null, null, bar).with(side, value), (known, _) -> known.with(side, value));
        System.out.printf("  %-5s  %-62s %12s %s%n", side.lowerCase(), what, Figure.format(value), unit);
    }

    void curve(Side side, String name, Histogram micros) {
        var points = new ArrayList<Point>();
        for (double percentile : PERCENTILES) {
            points.add(new Point(percentile, micros.getValueAtPercentile(percentile) / 1e3));
        }
        curves.add(new Curve(side, name, List.copyOf(points)));
    }

    void fail(Side side, Part part, String what, RuntimeException reason) {
        var text = side.lowerCase() + ", " + part.title + ", " + what + ": " + reason.getMessage();
        failures.add(text);
        System.out.println("  FAILED " + text);
        if (!(reason instanceof BenchmarkFailure) || reason.getCause() != null) {
            reason.printStackTrace(System.out);
        }
    }

    /// Part by part, and in each as they were measured.
    List<Figure> figures() {
        return figures.values().stream().sorted(Comparator.comparing(Figure::part)).toList();
    }

    List<Curve> curves() {
        return List.copyOf(curves);
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    /// The most that this side delivered in the closed loop.
    OptionalDouble maximum(Side side) {
        return figures.values().stream().filter(figure -> figure.part() == Part.THROUGHPUT && figure.unit().equals(Throughput.UNIT))
                .map(figure -> side == Side.FLOOR ? figure.floor() : figure.ours()).filter(Objects::nonNull).mapToDouble(Double::doubleValue).max();
    }
}
