package org.eplatform.chat.accessibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Nobody is shut out of any view, by what can be found without a person (WCAG 2.2 AA).
class AccessibilityIT {

    /// Playwright's objects belong to one thread each.
    private static final ThreadLocal<Inspector> INSPECTOR = ThreadLocal.withInitial(AccessibilityIT::inspector);
    private static final Queue<Inspector> INSPECTORS = new ConcurrentLinkedQueue<>();
    private static final Map<View, Future<Map<String, List<String>>>> FOUND = new ConcurrentHashMap<>();
    private static ExecutorService workers;

    /// The views are looked at two at a time; each test waits for its own.
    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Demo.build();
        workers = Executors.newFixedThreadPool(2);
        Views.all().forEach(view -> FOUND.put(view, workers.submit(() -> INSPECTOR.get().inspect(view))));
    }

    @AfterAll
    static void stop() {
        workers.close();
        INSPECTORS.forEach(Inspector::close);
    }

    static Stream<View> views() {
        return Views.all().stream();
    }

    @ParameterizedTest
    @MethodSource("views")
    void nobodyIsShutOut(View view) throws Exception {
        assertThat(FOUND.get(view).get()).as("%s, pictures are in target/screenshots", view).isEmpty();
    }

    private static Inspector inspector() {
        var inspector = new Inspector();
        INSPECTORS.add(inspector);
        return inspector;
    }
}
