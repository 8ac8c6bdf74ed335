package org.eplatform.chat.error;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The framework's filter refuses callers of other origins than ours and those of `chat.origins`, on REST and at the socket's handshake. It would take
/// `*` and patterns as well: here an entry is one origin as a browser writes it (RFC 6454, 6.2), or the service does not start.
@Singleton
class ExactOrigins {

    private static final Pattern ORIGIN = Pattern.compile("https?://(?:[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?|\\[[0-9a-f:.]+])(?::[1-9][0-9]{0,4})?");
    private static final Pattern DEFAULT_PORT = Pattern.compile("http:.*:80|https:.*:443");

    void check(@Observes StartupEvent start, @ConfigProperty(name = "chat.origins") Optional<List<String>> origins) {
        origins.ifPresent(ExactOrigins::check);
    }

    static void check(List<String> origins) {
        for (var origin : origins) {
            if (!ORIGIN.matcher(origin).matches() || DEFAULT_PORT.matcher(origin).matches()) {
                throw new ConfigurationException("chat.origins (CHAT_ORIGINS) has the entry " + origin + ", which is no origin as a browser writes it, such as "
                        + "https://platform.example or http://localhost:3000: lower case, without a default port, a path, a wildcard or a pattern.");
            }
        }
    }
}
