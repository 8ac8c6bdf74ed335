package org.eplatform.chat.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.eplatform.chat.testsupport.Resident;

/// What a JVM holds: bytes of live objects on its heap, resident bytes, and threads of the operating system. `byClass` is the heap's histogram.
record Memory(long heap, long resident, long threads, String byClass) {

    private static final Pattern TOTAL = Pattern.compile("(?m)^Total +\\d+ +(\\d+)");

    /// Collects garbage first, twice: what the first one makes reachable for cleaning is gone after the second.
    static Memory of(long pid) {
        jcmd(pid, "GC.run");
        var byClass = jcmd(pid, "GC.class_histogram");
        var total = TOTAL.matcher(byClass);
        if (!total.find()) {
            throw new BenchmarkFailure("jcmd GC.class_histogram has no total");
        }
        return new Memory(Long.parseLong(total.group(1)), Resident.bytes(pid), Resident.threads(pid), byClass);
    }

    /// For whoever looks for what takes the memory.
    static void keep(String name, String byClass) {
        try {
            Files.writeString(Benchmark.OUTPUT.resolve(name), byClass);
        } catch (IOException e) {
            throw new BenchmarkFailure(name, e);
        }
    }

    /// A diagnostic command of the JDK, at most 60 s.
    static String jcmd(long pid, String... arguments) {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), String.valueOf(pid)));
        command.addAll(List.of(arguments));
        try {
            var output = Files.createTempFile(Benchmark.OUTPUT, "jcmd", ".txt");
            var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new BenchmarkFailure(command + " takes too long");
            }
            var text = Files.readString(output, StandardCharsets.UTF_8);
            Files.delete(output);
            return text;
        } catch (IOException | InterruptedException e) {
            throw new BenchmarkFailure(command + " failed", e);
        }
    }
}
