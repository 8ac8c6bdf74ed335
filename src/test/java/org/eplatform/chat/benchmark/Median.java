package org.eplatform.chat.benchmark;

import java.util.List;

/// The one in the middle: one that was disturbed does not move it.
final class Median {

    private Median() {}

    static double of(List<? extends Number> values) {
        return values.stream().mapToDouble(Number::doubleValue).sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
