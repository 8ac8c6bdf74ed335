package org.eplatform.chat.benchmark;

import java.util.Locale;

/// One line of the result. `floor` and `ours` are null where that side was not measured.
record Figure(Part part, String what, String unit, Double floor, Double ours, Bar bar) {

    Figure with(Side side, double value) {
        return switch (side) {
            case FLOOR -> new Figure(part, what, unit, value, ours, bar);
            case OURS -> new Figure(part, what, unit, floor, value, bar);
        };
    }

    /// Ours divided by the floor's.
    Double ratio() {
        return floor == null || ours == null || floor == 0 ? null : (Double) (ours / floor);
    }

    Boolean met() {
        return bar.isMetBy(ours, ratio());
    }

    /// Three digits that matter, without an exponent.
    static String format(Double value) {
        if (value == null) {
            return "";
        }
        double size = Math.abs(value);
        var pattern = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, pattern, value);
    }
}
