package org.eplatform.chat.benchmark;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A JVM of its own. It is ended with this process, however that ends short of `kill -9`.
final class ServerProcess implements AutoCloseable {

    /// The same for both sides.
    private static final List<String> FLAGS = List.of("-Xmx1g");
    private static final Duration START_LIMIT = Duration.ofSeconds(90);

    private final Process process;
    private final long began = System.nanoTime();
    private Duration startedWithin;
    private final Thread ending;

    private ServerProcess(Process process) {
        this.process = process;
        ending = new Thread(process::destroyForcibly, "end of " + process.pid());
        Runtime.getRuntime().addShutdownHook(ending);
    }

    /// What starts a Java program with these arguments.
    static List<String> java(List<String> arguments) {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(FLAGS);
        command.addAll(arguments);
        return List.copyOf(command);
    }

    /// Starts it and waits until this address answers 200.
    static ServerProcess start(String name, List<String> command, Map<String, String> environment, URI ready) throws IOException {
        var log = Benchmark.OUTPUT.resolve(name + ".log").toFile();
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log);
        builder.environment().putAll(environment);
        var server = new ServerProcess(builder.start());
        try {
            server.awaitReady(ready, log);
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
        return server;
    }

    /// From the start of the process until it answered.
    Duration startedWithin() {
        return startedWithin;
    }

    long pid() {
        return process.pid();
    }

    private void awaitReady(URI ready, File log) {
        var deadline = System.nanoTime() + START_LIMIT.toNanos();
        try (var http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build()) {
            while (!answers(http, ready)) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    throw new BenchmarkFailure("the server does not start, see " + log);
                }
                Pause.of(Duration.ofMillis(2));
            }
            startedWithin = Duration.ofNanos(System.nanoTime() - began);
        }
    }

    private static boolean answers(HttpClient http, URI ready) {
        try {
            return http.send(HttpRequest.newBuilder(ready).timeout(Duration.ofSeconds(2)).build(), BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            throw new BenchmarkFailure("interrupted", e);
        }
    }

    /// Asks it to end, which the service does within 25 s.
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(25, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        try {
            Runtime.getRuntime().removeShutdownHook(ending);
        } catch (IllegalStateException alreadyShuttingDown) {
            process.destroyForcibly();
        }
    }
}
