package org.eplatform.chat.error;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eplatform.chat.protocol.ErrorCode;

/// How long the body of a REST call may be, as it is configured.
@Singleton
class BodyLimit {

    private final long bytes;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize size) {
        bytes = size.asLongValue();
    }

    /// Reads a `Content-Length`, which may be null and anything else.
    boolean permits(String length) {
        return length == null || !length.matches("[0-9]+") || length.length() < 19 && Long.parseLong(length) <= bytes;
    }

    Refusal refusal() {
        return new Refusal(ErrorCode.PAYLOAD_TOO_LARGE, "A body may have at most " + bytes + " bytes.");
    }
}
