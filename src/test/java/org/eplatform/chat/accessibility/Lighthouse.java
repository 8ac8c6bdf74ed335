package org.eplatform.chat.accessibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.impl.driver.Driver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

/// Lighthouse, on the Node that Playwright brings, since it asks for a newer one than the build does.
final class Lighthouse {

    /// Points of a hundred, and what took some away.
    record Report(int accessibility, int bestPractices, List<String> complaints) {}

    private Lighthouse() {}

    /// Judges this address in a browser that listens on this port, with its session.
    static Report judge(String address, int debuggingPort, boolean desktop, String name) throws IOException, InterruptedException {
        var json = Path.of("target/lighthouse", name + ".json").toAbsolutePath();
        var log = json.resolveSibling(name + ".log");
        Files.createDirectories(json.getParent());
        var node = Driver.ensureDriverInstalled(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"), false).createProcessBuilder().command().getFirst();
        var command = new ArrayList<>(List.of(node, "node_modules/lighthouse/cli/index.js", address, "--port=" + debuggingPort, "--disable-storage-reset",
                "--only-categories=accessibility,best-practices", "--output=json", "--output-path=" + json, "--no-enable-error-reporting", "--throttling-method=provided"));
        if (desktop) {
            command.add("--preset=desktop");
        }
        var lighthouse = new ProcessBuilder(command).directory(Demo.WEBUI.toFile()).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        assertThat(lighthouse.waitFor(3, TimeUnit.MINUTES)).as("Lighthouse is done in time").isTrue();
        assertThat(lighthouse.exitValue()).as(Files.readString(log)).isZero();
        return read(new ObjectMapper().readTree(json.toFile()));
    }

    private static Report read(JsonNode report) {
        var complaints = StreamSupport.stream(report.get("audits").spliterator(), false)
                .filter(audit -> audit.path("score").isNumber() && audit.get("score").asDouble() < 1)
                .map(audit -> audit.get("id").asText() + ": " + audit.get("title").asText() + " " + audit.path("details").path("items"))
                .toList();
        return new Report(points(report, "accessibility"), points(report, "best-practices"), complaints);
    }

    private static int points(JsonNode report, String category) {
        return (int) Math.round(100 * report.get("categories").get(category).get("score").asDouble());
    }
}
