package org.eplatform.chat.verify;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// The killer that was named on the command line, run by the shell. What it prints is printed.
final class KillCommand implements Killer {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final String command;
    private final Loop loop;

    KillCommand(String command, Loop loop) {
        this.command = command;
        this.loop = loop;
    }

    @Override
    public void kill(Consumer<String> then) {
        // No virtual one: starting a process logs, and in a native executable the first to log cannot be one of those.
        Thread.ofPlatform().daemon().name("kill").start(() -> {
            var failure = run();
            loop.soon(() -> then.accept(failure));
        });
    }

    private String run() {
        Process process = null;
        try {
            process = new ProcessBuilder("sh", "-c", command).inheritIO().start();
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                return "the kill command did not end within " + LIMIT.toSeconds() + " s";
            }
            return process.exitValue() == 0 ? null : "the kill command ended with exit code " + process.exitValue();
        } catch (IOException e) {
            return "the kill command cannot be run: " + e.getMessage();
        } catch (InterruptedException e) {
            return "the kill command was interrupted";
        } finally {
            if (process != null) {
                process.destroy();
            }
        }
    }
}
