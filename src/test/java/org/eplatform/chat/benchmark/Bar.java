package org.eplatform.chat.benchmark;

import java.util.Locale;

/// What a figure has to reach.
record Bar(Kind kind, double limit) {

    static final Bar NONE = new Bar(Kind.NONE, 0);

    enum Kind { NONE, RATIO_AT_LEAST, RATIO_AT_MOST, OURS_AT_MOST }

    /// Null when there is nothing to reach, or nothing was measured.
    Boolean isMetBy(Double ours, Double ratio) {
        return switch (kind) {
            case NONE -> null;
            case RATIO_AT_LEAST -> ratio == null ? null : ratio >= limit;
            case RATIO_AT_MOST -> ratio == null ? null : ratio <= limit;
            case OURS_AT_MOST -> ours == null ? null : ours <= limit;
        };
    }

    @Override
    public String toString() {
        return switch (kind) {
            case NONE -> "";
            case RATIO_AT_LEAST -> String.format(Locale.ROOT, "ratio ≥ %.2f", limit);
            case RATIO_AT_MOST -> String.format(Locale.ROOT, "ratio ≤ %.2f", limit);
            case OURS_AT_MOST -> "ours ≤ " + Figure.format(limit);
        };
    }
}
