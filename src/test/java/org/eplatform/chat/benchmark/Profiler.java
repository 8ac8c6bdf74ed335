package org.eplatform.chat.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.HashMap;
import java.util.Set;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/// Records where a server spends its CPU, by JDK Flight Recorder, and tells it by package.
final class Profiler {

    /// By CPU time (JEP 509) where the JDK has it, else by wall time of running threads.
    private static final Set<String> BY_CPU = Set.of("jdk.CPUTimeSample");
    private static final Set<String> BY_TIME = Set.of("jdk.ExecutionSample", "jdk.NativeMethodSample");
    private static final int SHOWN = 25;

    private Profiler() {}

    static void start(long pid) {
        Memory.jcmd(pid, "JFR.start", "name=benchmark", "settings=profile", "jdk.CPUTimeSample#enabled=true", "jdk.CPUTimeSample#throttle=10ms");
    }

    static void stop(long pid, Path file) {
        Memory.jcmd(pid, "JFR.stop", "name=benchmark", "filename=" + file.toAbsolutePath());
        try {
            tell(file);
        } catch (IOException e) {
            throw new BenchmarkFailure("no recording", e);
        }
    }

    private static void tell(Path file) throws IOException {
        var cpu = new Counts();
        var time = new Counts();
        try (var recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                var event = recording.readEvent();
                var name = event.getEventType().getName();
                if (BY_CPU.contains(name)) {
                    cpu.add(event);
                } else if (BY_TIME.contains(name)) {
                    time.add(event);
                }
            }
        }
        var best = cpu.samples > 0 ? cpu : time;
        System.out.printf("%n%s: %d samples by %s%n", file.getFileName(), best.samples, best == cpu ? "CPU time" : "time");
        print("where the CPU goes, by the nearest frame outside the JDK", best.samples, best.byPackage);
        print("top frames", best.samples, best.byMethod);
    }

    private static void print(String title, int samples, Map<String, Integer> counts) {
        System.out.println("  " + title);
        counts.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed()).limit(SHOWN)
                .forEach(entry -> System.out.printf("    %5.1f %%  %s%n", entry.getValue() * 100.0 / samples, entry.getKey()));
    }

    private static final class Counts {

        private final Map<String, Integer> byPackage = new HashMap<>();
        private final Map<String, Integer> byMethod = new HashMap<>();
        private int samples;

        void add(RecordedEvent event) {
            var stack = event.getStackTrace();
            if (stack == null || stack.getFrames().isEmpty()) {
                return;
            }
            samples++;
            byMethod.merge(name(stack.getFrames().getFirst()), 1, Integer::sum);
            var owner = stack.getFrames().stream().map(frame -> frame.getMethod().getType().getName()).filter(type -> !type.matches("(java|javax|jdk|sun)\\..*")).findFirst();
            byPackage.merge(owner.map(Counts::family).orElse("JDK alone"), 1, Integer::sum);
        }

        private static String name(RecordedFrame frame) {
            return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
        }

        /// The first three words of a package: enough to tell libraries apart.
        private static String family(String type) {
            var words = type.split("\\.");
            int kept = Math.min(type.startsWith("org.eplatform.chat.") ? 4 : 3, words.length - 1);
            return String.join(".", java.util.Arrays.copyOf(words, Math.max(kept, 1)));
        }
    }
}
