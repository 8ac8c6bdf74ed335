package org.eplatform.chat.trace;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/// With traces, of which nothing leaves the process.
public final class Traced implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(OnceExporterIsNamed.SWITCH, "false", "quarkus.otel.exporter.otlp.enabled", "false");
    }
}
