package org.eplatform.chat.dev;

import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The server that stays behind when a dev server is killed with `kill -9`: it holds the data, so the next start has to stop it first.
final class DevLeftover {

    /// A system property, like all that [DevServices] remembers.
    private static final String TAKEN = "chat.dev.taken";

    private DevLeftover() {}

    /// Takes the folder for this process until it ends, and stops what an ended one left behind in it.
    static void stop(Path data) throws IOException {
        take(data);
        var pidFile = data.resolve("postmaster.pid");
        if (Files.exists(pidFile)) {
            var leftover = ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile).getFirst().strip()));
            // The number may have gone to some other process since.
            if (leftover.isPresent() && leftover.get().info().command().orElse("").endsWith("postgres")) {
                end(leftover.get());
            }
        }
    }

    /// The lock is held until the process ends, however it ends: whoever gets it knows that no other dev server lives.
    private static void take(Path data) throws IOException {
        // A start that failed leaves it taken for the next one of this process. To open the file once more would lose the lock at the close.
        if (data.toString().equals(System.getProperty(TAKEN))) {
            return;
        }
        var lock = FileChannel.open(lockFile(data), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock.tryLock() == null) {
            lock.close();
            throw new IOException("Another dev server of this checkout is running on " + data);
        }
        // A channel that nobody holds is closed by the garbage collector, and the lock goes with it.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> Reference.reachabilityFence(lock)));
        System.setProperty(TAKEN, data.toString());
    }

    static Path lockFile(Path data) {
        return data.resolveSibling(data.getFileName() + ".lock");
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
