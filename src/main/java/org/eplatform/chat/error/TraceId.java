package org.eplatform.chat.error;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/// A trace id in the form of W3C Trace Context: 16 bytes in hexadecimal digits. It joins an answer with its log line.
public final class TraceId {

    private TraceId() {}

    public static String random() {
        var bytes = new byte[16];
        ThreadLocalRandom.current().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
