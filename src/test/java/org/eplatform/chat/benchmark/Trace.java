package org.eplatform.chat.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/// What Chromium has recorded of a page, in the Trace Event Format.
record Trace(List<JsonNode> events) {

    /// Where the main thread runs the page's script; the outermost one counts, what it contains is in it.
    private static final Set<String> SCRIPTING = Set.of("EvaluateScript", "FunctionCall", "EventDispatch", "FireAnimationFrame", "FireIdleCallback", "RunMicrotasks",
            "TimerFire", "v8.callFunction", "v8.run");

    static Trace of(byte[] json) {
        try {
            var events = new ObjectMapper().readTree(json).path("traceEvents");
            return new Trace(StreamSupport.stream(events.spliterator(), false).toList());
        } catch (IOException e) {
            throw new BenchmarkFailure("the browser's trace", e);
        }
    }

    double scriptingMillis() {
        var pages = mainThreads();
        var ends = new HashMap<String, Long>();
        long micros = 0;
        var scripts = events.stream().filter(event -> SCRIPTING.contains(event.path("name").asText()) && event.path("ph").asText().equals("X"))
                .filter(event -> pages.contains(thread(event))).sorted(Comparator.comparingLong(event -> event.path("ts").asLong())).toList();
        for (var script : scripts) {
            long begin = script.path("ts").asLong();
            long length = script.path("dur").asLong();
            if (begin >= ends.getOrDefault(thread(script), 0L)) {
                ends.put(thread(script), begin + length);
                micros += length;
            }
        }
        return micros / 1e3;
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
