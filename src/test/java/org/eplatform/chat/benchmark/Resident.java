package org.eplatform.chat.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What the kernel says of a process (`proc(5)`).
final class Resident {

    private Resident() {}

    /// Bytes that it has in memory, those it shares with others included.
    static long bytes(long pid) {
        return status(pid, "VmRSS") * 1024;
    }

    static long threads(long pid) {
        return status(pid, "Threads");
    }

    private static long status(long pid, String field) {
        try (var lines = Files.lines(Path.of("/proc", String.valueOf(pid), "status"))) {
            return lines.filter(line -> line.startsWith(field + ":")).mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).findFirst().orElseThrow();
        } catch (IOException e) {
            throw new BenchmarkFailure("no /proc/" + pid + "/status", e);
        }
    }
}
