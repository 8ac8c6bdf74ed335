package org.eplatform.chat.dev;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The server that stays behind when a dev server is killed with `kill -9`: it holds the data, so the next start has to stop it first.
final class DevLeftover {

    private DevLeftover() {}

    /// Takes the folder for this process until it ends, and stops what an ended one left behind in it.
    static void stop(Path data) throws IOException {
        var inUse = FileChannel.open(data.resolveSibling(data.getFileName() + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        // Held until the process ends, however it ends: whoever gets it knows that no other dev server lives.
        if (inUse.tryLock() == null) {
            throw new IOException("Another dev server of this checkout is running on " + data);
        }
        var pidFile = data.resolve("postmaster.pid");
        if (Files.exists(pidFile)) {
            var leftover = ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile).getFirst().strip()));
            // The number may have gone to some other process since.
            if (leftover.isPresent() && leftover.get().info().command().orElse("").endsWith("postgres")) {
                end(leftover.get());
            }
        }
    }

    private static void end(ProcessHandle server) throws IOException {
        server.destroy();
        try {
            server.onExit().get(30, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new IOException("The PostgreSQL of an earlier dev server, process " + server.pid() + ", does not stop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
