package org.eplatform.chat.benchmark;

import java.util.List;

/// A line for each curve. Across: how rare, each nine as wide as the one before; up: milliseconds, each tenfold as high as the one before.
record PercentileChart(List<Results.Curve> curves, int left, int width) {

    private static final int TOP = 60;
    private static final int BOTTOM = 310;
    /// Up to 99.99 %; the longest of all stands there too.
    private static final double NINES = 4;
    private static final List<Double> MARKS = List.of(50.0, 90.0, 99.0, 99.9, 99.99);

    void draw(StringBuilder drawing) {
        drawing.append(Plot.text(left, 25, "title", "Send to delivery by percentile, ms"));
        drawing.append(Plot.text(left, 42, "", "at a quarter (solid) and half (dashed) of the floor's maximum"));
        int lowest = decade(curves.stream().flatMap(curve -> curve.points().stream()).mapToDouble(Results.Point::millis).filter(millis -> millis > 0).min().orElse(0.1));
        int highest = decade(curves.stream().flatMap(curve -> curve.points().stream()).mapToDouble(Results.Point::millis).max().orElse(10)) + 1;
        for (int i = lowest; i <= highest; i++) {
            double y = y(Math.pow(10, i), lowest, highest);
            drawing.append(Plot.rule(left, y, left + width, y)).append(Plot.text(left - 6, y + 4, "end", i >= 0 ? "%.0f".formatted(Math.pow(10, i)) : "0." + "0".repeat(-i - 1) + "1"));
        }
        MARKS.forEach(mark -> drawing.append(Plot.text(x(mark), BOTTOM + 20, "middle", (mark % 1 == 0 ? "%.0f" : "%s").formatted(mark) + " %")));
        for (var curve : curves) {
            var points = curve.points().stream().map(point -> new double[] {x(point.percentile()), y(Math.max(point.millis(), Math.pow(10, lowest)), lowest, highest)}).toList();
            drawing.append(Plot.line(points, curve.side().lowerCase() + " " + curve.name()));
        }
    }

    private double x(double percentile) {
        double nines = percentile >= 100 ? NINES : Math.min(NINES, -Math.log10(1 - percentile / 100));
        return left + nines / NINES * width;
    }

    private static double y(double millis, int lowest, int highest) {
        return BOTTOM - (Math.log10(millis) - lowest) / (highest - lowest) * (BOTTOM - TOP - 10);
    }

    private static int decade(double value) {
        return (int) Math.floor(Math.log10(value));
    }
}
