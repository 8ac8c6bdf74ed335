package org.eplatform.chat.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.eplatform.chat.testsupport.PackagedService;

/// The command as it is shipped, with what it needs from outside of the deployment: tokens, and somebody who pulls the plug.
public final class VerifyCommand implements AutoCloseable {

    /// Kills something and starts it again.
    @FunctionalInterface
    public interface Killing {
        void run() throws IOException, InterruptedException;
    }

    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

    public VerifyCommand(UnaryOperator<String> tokens, Killing killing) throws IOException {
        server.createContext("/token", exchange -> answer(exchange, tokens.apply(exchange.getRequestURI().getQuery())));
        server.createContext("/kill", exchange -> {
            try {
                killing.run();
                answer(exchange, "killed");
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        });
        server.start();
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        try (exchange) {
            var bytes = text.getBytes(UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    /// Its exit code. What it says goes into the log.
    public int run(Path log, int limitSeconds, List<String> options) throws IOException, InterruptedException {
        var command = new ArrayList<>(PackagedService.command());
        command.addAll(List.of("verify", "--token-url", address("/token?{user}"), "--kill-command", "curl -fsS --max-time 120 " + address("/kill"),
                "--time-limit", limitSeconds + "s"));
        command.addAll(options);
        var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try {
            assertThat(process.waitFor(limitSeconds + 60, TimeUnit.SECONDS)).as(() -> tail(log)).isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    static String tail(Path log) {
        try {
            var lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 120), lines.size()));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private String address(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
