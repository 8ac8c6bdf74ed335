package org.eplatform.chat.benchmark;

import java.util.List;
import java.util.Locale;

/// The result as a picture: messages per second as bars, latencies as lines over the percentiles. SVG 1.1 that follows the reader's light or dark theme.
record Plot(Results results) {

    private static final int WIDTH = 960;
    private static final int HEIGHT = 345;

    private static final String STYLE = """
            <style>
              svg { --ground: #ffffff; --ink: #1f2328; --soft: #59636e; --rule: #d1d9e0; --ours: #0a62c4; --floor: #b06000; }
              @media (prefers-color-scheme: dark) {
                svg { --ground: #0d1117; --ink: #f0f6fc; --soft: #9198a1; --rule: #3d444d; --ours: #58a6ff; --floor: #e3a33b; }
              }
              text { font: 12px system-ui, sans-serif; fill: var(--soft); }
              .title { font-size: 14px; font-weight: 600; fill: var(--ink); }
              .end { text-anchor: end; } .middle { text-anchor: middle; }
              .rule { stroke: var(--rule); stroke-width: 1; }
              .ours { fill: var(--ours); } .floor { fill: var(--floor); }
              path { fill: none !important; stroke-width: 2; } path.ours { stroke: var(--ours); } path.floor { stroke: var(--floor); }
              .half { stroke-dasharray: 6 4; }
            </style>
            """;

    String svg() {
        var drawing = new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img" aria-label="Messages per second and latencies">
                """.formatted(WIDTH, HEIGHT)).append(STYLE)
                .append("<rect width=\"%d\" height=\"%d\" style=\"fill: var(--ground)\"/>\n".formatted(WIDTH, HEIGHT));
        new BarChart(results.figures().stream().filter(figure -> figure.part() == Part.THROUGHPUT && figure.unit().equals(Throughput.UNIT)).toList(), 60, 400).draw(drawing);
        new PercentileChart(results.curves(), 540, 380).draw(drawing);
        return drawing.append(legend()).append("</svg>\n").toString();
    }

    private static String legend() {
        return rectangle(370, 32, 12, 12, "ours") + text(387, 42, "", "ours") + rectangle(420, 32, 12, 12, "floor") + text(437, 42, "", "floor");
    }

    static String text(double x, double y, String style, String text) {
        return String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" class=\"%s\">%s</text>%n", x, y, style, text);
    }

    static String rule(double x1, double y1, double x2, double y2) {
        return String.format(Locale.ROOT, "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" class=\"rule\"/>%n", x1, y1, x2, y2);
    }

    static String rectangle(double x, double y, double width, double height, String style) {
        return String.format(Locale.ROOT, "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" class=\"%s\"/>%n", x, y, width, height, style);
    }

    static String line(List<double[]> points, String style) {
        var path = new StringBuilder();
        for (var point : points) {
            path.append(String.format(Locale.ROOT, "%s%.1f %.1f", path.isEmpty() ? "M" : "L", point[0], point[1]));
        }
        return "<path d=\"" + path + "\" class=\"" + style + "\"/>\n";
    }
}
