package org.eplatform.chat.limit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Counts what a bounded queue had no room for (P9). Made at the start: an alert needs the number before the first time.
@Singleton
@Startup
public class Overflows {

    private final Map<BoundedQueue, Counter> counters;

    public Overflows(MeterRegistry metrics) {
        counters = Arrays.stream(BoundedQueue.values()).collect(Collectors.toMap(Function.identity(),
                queue -> metrics.counter("chat.queue.overflows", "queue", queue.label()), (one, _) -> one, () -> new EnumMap<>(BoundedQueue.class)));
    }

    public void count(BoundedQueue queue) {
        counters.get(queue).increment();
    }
}
