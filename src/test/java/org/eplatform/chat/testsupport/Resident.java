package org.eplatform.chat.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What the kernel says of a process (`proc(5)`).
public final class Resident {

    private Resident() {}

    /// Bytes that it has in memory, those it shares with others included.
    public static long bytes(long pid) {
        return status(pid, "VmRSS") * 1024;
    }

    /// Those that are in no file: its heap, stacks and buffers.
    public static long ownBytes(long pid) {
        return status(pid, "RssAnon") * 1024;
    }

    public static long threads(long pid) {
        return status(pid, "Threads");
    }

    private static long status(long pid, String field) {
        try (var lines = Files.lines(Path.of("/proc", String.valueOf(pid), "status"))) {
            return lines.filter(line -> line.startsWith(field + ":")).mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).findFirst().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
