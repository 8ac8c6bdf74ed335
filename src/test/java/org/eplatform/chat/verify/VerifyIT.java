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
import org.eplatform.chat.testsupport.PackagedService;
import org.junit.jupiter.api.Test;

/// P1 to P4 and P6 at once, as anybody can see them on their own machine: the command as it is shipped, against the service as it is shipped.
class VerifyIT {

    private static final int CLIENTS = 20;
    private static final int CONVERSATIONS = 40;
    private static final int MESSAGES = 20_000;
    private static final int CUTS = 1_000;
    private static final int KILLS = 20;
    private static final int TIME_LIMIT_SECONDS = 480;

    @Test
    void p1ToP4NothingIsLostDoubledOrReorderedOverKillsAndCuts() throws Exception {
        try (var service = PackagedService.start(); var hook = new Hook(service)) {
            var log = Path.of("target/verify.log");

            int exitCode = verify(hook, service, log);

            assertThat(exitCode).as(() -> tail(log)).isZero();
        }
    }

    private static int verify(Hook hook, PackagedService service, Path log) throws IOException, InterruptedException {
        var command = new ArrayList<>(PackagedService.command());
        command.addAll(List.of("verify", "--url", service.address("").toString(), "--token-url", hook.address("/token?{user}"),
                "--kill-command", "curl -fsS --max-time 120 " + hook.address("/kill"),
                "--clients", "" + CLIENTS, "--conversations", "" + CONVERSATIONS, "--messages", "" + MESSAGES, "--cuts", "" + CUTS, "--kills", "" + KILLS,
                "--time-limit", TIME_LIMIT_SECONDS + "s", "--history", "target/verify-history.jsonl"));
        var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try {
            assertThat(process.waitFor(TIME_LIMIT_SECONDS + 60, TimeUnit.SECONDS)).as(() -> tail(log)).isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    private static String tail(Path log) {
        try {
            var lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 120), lines.size()));
        } catch (IOException e) {
            return e.toString();
        }
    }

    /// What the command needs from outside the deployment: tokens, and somebody who pulls the plug.
    private static final class Hook implements AutoCloseable {

        private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

        Hook(PackagedService service) throws IOException {
            server.createContext("/token", exchange -> answer(exchange, service.token(exchange.getRequestURI().getQuery())));
            server.createContext("/kill", exchange -> {
                try {
                    service.kill();
                    service.startProcess();
                    answer(exchange, "killed");
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            });
            server.start();
        }

        String address(String path) {
            return "http://localhost:" + server.getAddress().getPort() + path;
        }

        @Override
        public void close() {
            server.stop(0);
        }

        private static void answer(HttpExchange exchange, String text) throws IOException {
            try (exchange) {
                var bytes = text.getBytes(UTF_8);
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        }
    }
}
