package org.eplatform.chat.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/// Requests over REST, one after the other on one connection.
final class Reading {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private Reading() {}

    /// The latencies in microseconds of this many requests, after half as many that do not count.
    static Histogram run(Server.Ours server, String person, int count, Supplier<String> path) {
        var histogram = new Histogram(3);
        var token = server.token(person);
        try (var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (int i = -count / 2; i < count; i++) {
                long start = System.nanoTime();
                get(http, server.address(path.get()), token);
                if (i >= 0) {
                    histogram.recordValue((System.nanoTime() - start) / 1_000);
                }
            }
        }
        return histogram;
    }

    private static void get(HttpClient http, URI address, String token) {
        try {
            var answer = http.send(HttpRequest.newBuilder(address).timeout(LIMIT).header("Authorization", "Bearer " + token).build(), BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new BenchmarkFailure(address + " answered " + answer.statusCode());
            }
        } catch (IOException e) {
            throw new BenchmarkFailure(address.toString(), e);
        } catch (InterruptedException e) {
            throw new BenchmarkFailure("interrupted", e);
        }
    }
}
