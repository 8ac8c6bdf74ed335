package org.eplatform.chat.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// What Chromium has recorded of a page, in the Trace Event Format.
record Trace(List<JsonNode> events, Map<String, List<JsonNode>> complete) {

    /// Where the main thread runs the page's script; the outermost one counts, what it contains is in it.
    private static final Set<String> SCRIPTING = Set.of("EvaluateScript", "FunctionCall", "EventDispatch", "FireAnimationFrame", "FireIdleCallback", "RunMicrotasks",
            "TimerFire", "v8.callFunction", "v8.run");
    private static final Set<String> RENDERING = Set.of("UpdateLayoutTree", "Layout", "HitTest", "PrePaint", "Paint");

    static Trace of(byte[] json) {
        try {
            var events = new ObjectMapper().readTree(json).path("traceEvents");
            return of(StreamSupport.stream(events.spliterator(), false).toList());
        } catch (IOException e) {
            throw new BenchmarkFailure("the browser's trace", e);
        }
    }

    private static Trace of(List<JsonNode> events) {
        return new Trace(events, events.stream().filter(event -> event.path("ph").asText().equals("X"))
                .sorted(Comparator.comparingLong((JsonNode event) -> event.path("ts").asLong()).thenComparingLong(event -> -event.path("dur").asLong()))
                .collect(Collectors.groupingBy(Trace::thread)));
    }

    /// How long the main thread ran the page's script, layout that the script asked for not counted: what Chromium's developer tools call scripting. Both are
    /// the thread's own time, so that what else runs on the machine is not in it.
    double scriptingMillis() {
        return scriptingAndLayoutMillis() - millis(scripts().stream().flatMap(script -> spans(script.thread(), RENDERING).stream().filter(script::contains)));
    }

    /// The same with the layout that the script asked for.
    double scriptingAndLayoutMillis() {
        return millis(scripts().stream());
    }

    private List<Span> scripts() {
        return mainThreads().stream().flatMap(thread -> spans(thread, SCRIPTING).stream()).toList();
    }

    private static double millis(Stream<Span> spans) {
        return spans.mapToLong(Span::own).sum() / 1e3;
    }

    /// An event on a thread, in microseconds of the clock and of the thread's own time.
    private record Span(String thread, long begin, long end, long own) {

        boolean contains(Span other) {
            return begin <= other.begin && other.end <= end;
        }
    }

    /// The outermost events of these names; what they contain is in them.
    private List<Span> spans(String thread, Set<String> names) {
        var spans = new ArrayList<Span>();
        long end = 0;
        for (var event : complete.getOrDefault(thread, List.of())) {
            long begin = event.path("ts").asLong();
            if (names.contains(event.path("name").asText()) && begin >= end) {
                end = begin + event.path("dur").asLong();
                spans.add(new Span(thread, begin, end, event.path("tdur").asLong()));
            }
        }
        return spans;
    }

    /// Frames that were due and did not come, not even in part.
    long droppedFrames() {
        return events.stream().filter(event -> event.path("name").asText().equals("DroppedFrame"))
                .filter(event -> !event.path("args").path("hasPartialUpdate").asBoolean()).count();
    }

    private Set<String> mainThreads() {
        var threads = new HashSet<String>();
        for (var event : events) {
            if (event.path("name").asText().equals("thread_name") && event.path("args").path("name").asText().equals("CrRendererMain")) {
                threads.add(thread(event));
            }
        }
        return threads;
    }

    private static String thread(JsonNode event) {
        return event.path("pid").asText() + "/" + event.path("tid").asText();
    }
}
