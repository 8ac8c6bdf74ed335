package org.eplatform.chat.benchmark;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// A pair of bars for each figure, ours first, from zero.
record BarChart(List<Figure> figures, int left, int width) {

    private static final int TOP = 60;
    private static final int BOTTOM = 310;

    void draw(StringBuilder drawing) {
        drawing.append(Plot.text(left, 25, "title", "Delivered durable messages per second"));
        drawing.append(Plot.text(left, 42, "", "by connections × messages in flight of each"));
        double most = figures.stream().flatMap(figure -> Stream.of(figure.ours(), figure.floor())).filter(Objects::nonNull).mapToDouble(Double::doubleValue).max().orElse(1);
        drawing.append(Plot.rule(left, BOTTOM, left + width, BOTTOM));
        double step = (double) width / Math.max(1, figures.size());
        for (int i = 0; i < figures.size(); i++) {
            var figure = figures.get(i);
            double middle = left + (i + 0.5) * step;
            bar(drawing, middle - step * 0.36, step * 0.34, figure.ours(), most, "ours");
            bar(drawing, middle + step * 0.02, step * 0.34, figure.floor(), most, "floor");
            drawing.append(Plot.text(middle, BOTTOM + 20, "middle", figure.what().replace(" connections, ", " × ").replace(" in flight", "")));
        }
    }

    private static void bar(StringBuilder drawing, double x, double width, Double value, double most, String style) {
        if (value != null) {
            double height = value / most * (BOTTOM - TOP - 16);
            drawing.append(Plot.rectangle(x, BOTTOM - height, width, height, style));
            drawing.append(Plot.text(x + width / 2, BOTTOM - height - 4, "middle", Figure.format(value)));
        }
    }
}
