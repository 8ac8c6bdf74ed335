package org.eplatform.chat.error;

import io.opentelemetry.api.trace.Span;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/// A trace id in the form of W3C Trace Context: 16 bytes in hexadecimal digits. It joins an answer with its log line, and with its trace where there is one.
public final class TraceId {

    private TraceId() {}

    /// Of the trace that this thread is in, else a random one.
    public static String current() {
        return of(Span.current());
    }

    /// Of this span's trace, or a random one when the span is none.
    public static String of(Span span) {
        var context = span.getSpanContext();
        return context.isValid() ? context.getTraceId() : random();
    }

    private static String random() {
        var bytes = new byte[16];
        ThreadLocalRandom.current().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
