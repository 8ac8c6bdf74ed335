package org.eplatform.chat.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;

/// CPU time that the server and PostgreSQL have used, in seconds, from `/proc/<pid>/stat` (proc(5)).
record Cpu(double server, double database) {

    /// `USER_HZ`, which Linux has fixed at 100 on every architecture that Java runs on.
    private static final double TICKS_PER_SECOND = 100;

    /// Positions behind the command name, which may contain spaces.
    private static final int PARENT = 1;
    private static final int USER = 11;
    private static final int CHILDREN_SYSTEM = 14;

    static Cpu of(long server, long postmaster) {
        // The postmaster's own account has the time of the children that it has seen end.
        return new Cpu(seconds(stat(server), 2), seconds(stat(postmaster), 4) + children(postmaster));
    }

    Cpu since(Cpu start) {
        return new Cpu(server - start.server, database - start.database);
    }

    double both() {
        return server + database;
    }

    static long parent(long pid) {
        return Long.parseLong(stat(pid)[PARENT]);
    }

    private static double children(long postmaster) {
        return ProcessHandle.of(postmaster).map(ProcessHandle::children).orElseGet(Stream::empty)
                .mapToDouble(child -> {
                    try {
                        return seconds(stat(child.pid()), 2);
                    } catch (UncheckedIOException ended) {
                        return 0;
                    }
                }).sum();
    }

    private static double seconds(String[] stat, int fields) {
        long ticks = 0;
        for (int i = USER; i < USER + fields && i <= CHILDREN_SYSTEM; i++) {
            ticks += Long.parseLong(stat[i]);
        }
        return ticks / TICKS_PER_SECOND;
    }

    private static String[] stat(long pid) {
        try {
            var text = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
            return text.substring(text.lastIndexOf(')') + 2).split(" ");
        } catch (NoSuchFileException e) {
            throw new UncheckedIOException("There is no process " + pid, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
