package org.eplatform.chat.dev;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevLeftoverTest {

    @Test
    void theFolderStaysTakenAfterAGarbageCollection(@TempDir Path folder) throws IOException {
        var data = folder.resolve("postgresql");
        DevLeftover.stop(data);

        collectGarbage();

        try (var other = FileChannel.open(DevLeftover.lockFile(data), StandardOpenOption.WRITE)) {
            assertThatThrownBy(other::tryLock).isInstanceOf(OverlappingFileLockException.class);
        }
    }

    @Test
    void aStartAfterOneThatFailedIsLetIn(@TempDir Path folder) throws IOException {
        DevLeftover.stop(folder.resolve("postgresql"));

        assertThatCode(() -> DevLeftover.stop(folder.resolve("postgresql"))).doesNotThrowAnyException();
    }

    private static void collectGarbage() {
        var forgotten = new WeakReference<>(new Object());
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> {
            System.gc();
            return forgotten.get() == null;
        });
    }
}
