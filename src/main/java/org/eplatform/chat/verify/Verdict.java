package org.eplatform.chat.verify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// How often each [Fault] was found, with the first few of each.
final class Verdict {

    private static final int EXAMPLES = 5;

    private final Map<Fault, Integer> counts = new EnumMap<>(Fault.class);
    private final Map<Fault, List<String>> examples = new EnumMap<>(Fault.class);

    void found(Fault fault, String what, Object... values) {
        counts.merge(fault, 1, Integer::sum);
        var some = examples.computeIfAbsent(fault, _ -> new ArrayList<>());
        if (some.size() < EXAMPLES) {
            some.add(what.formatted(values));
        }
    }

    int count(Fault fault) {
        return counts.getOrDefault(fault, 0);
    }

    List<String> examples(Fault fault) {
        return Collections.unmodifiableList(examples.getOrDefault(fault, List.of()));
    }

    boolean isClean() {
        return counts.isEmpty();
    }

    @Override
    public String toString() {
        return counts + " " + examples;
    }
}
