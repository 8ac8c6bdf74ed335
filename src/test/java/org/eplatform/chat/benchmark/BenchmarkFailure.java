package org.eplatform.chat.benchmark;

/// A point that could not be measured, and why. The others go on.
final class BenchmarkFailure extends RuntimeException {

    BenchmarkFailure(String message) {
        super(message);
    }

    BenchmarkFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
