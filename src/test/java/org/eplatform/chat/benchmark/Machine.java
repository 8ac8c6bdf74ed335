package org.eplatform.chat.benchmark;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/// Where and when it was measured. `syncMillis` is the median time of writing 8 kB to the disk for good (fdatasync).
record Machine(LocalDate date, String processor, int cores, long memoryMegabytes, String system, String java, String postgresql, double syncMillis) {

    private static final int SYNCS = 200;

    static Machine here(String postgresql) throws IOException {
        return new Machine(LocalDate.now(ZoneOffset.UTC), value("/proc/cpuinfo", "model name", "unknown processor"), Runtime.getRuntime().availableProcessors(),
                Long.parseLong(value("/proc/meminfo", "MemTotal", "0").replaceAll("\\D", "")) / 1024,
                System.getProperty("os.name") + " " + System.getProperty("os.version"), System.getProperty("java.runtime.version"), postgresql, medianSync());
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s: %s, %d cores, %,d MB, %s, Java %s, PostgreSQL %s, fdatasync of 8 kB %.2f ms",
                date, processor, cores, memoryMegabytes, system, java, postgresql, syncMillis);
    }

    private static String value(String file, String key, String otherwise) throws IOException {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(key)).map(line -> line.substring(line.indexOf(':') + 1).strip()).findFirst().orElse(otherwise);
        }
    }

    /// Where PostgreSQL has its data too: both lie in the system's folder for temporary files.
    private static double medianSync() throws IOException {
        var file = Files.createTempFile("sync", ".tmp");
        var times = new Histogram(3);
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int i = 0; i < SYNCS; i++) {
                long start = System.nanoTime();
                channel.write(ByteBuffer.allocate(8_192), i * 8_192L);
                channel.force(false);
                times.recordValue((System.nanoTime() - start) / 1_000);
            }
        } finally {
            Files.delete(file);
        }
        return times.getValueAtPercentile(50) / 1e3;
    }
}
