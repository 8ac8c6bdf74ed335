package org.eplatform.chat.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OnceExporterIsNamedTest {

    /// As the framework has them.
    private static final Map<String, String> DEFAULTS = Map.of("quarkus.otel.exporter.otlp.endpoint", "http://localhost:4317/",
            "quarkus.otel.exporter.otlp.traces.endpoint", "http://localhost:4317/", OnceExporterIsNamed.SWITCH, "false");

    @Test
    void whereNoExporterIsNamedThereAreNoTraces() {
        assertThat(areOff(Map.of())).isTrue();
        assertThat(areOff(Map.of("quarkus.otel.exporter.otlp.endpoint", " "))).isTrue();
    }

    @Test
    void anExporterForAllOrForTracesTurnsThemOn() {
        assertThat(areOff(Map.of("quarkus.otel.exporter.otlp.endpoint", "http://collector:4317"))).isFalse();
        assertThat(areOff(Map.of("quarkus.otel.exporter.otlp.traces.endpoint", "http://collector:4317"))).isFalse();
    }

    @Test
    void theSwitchItselfHasTheLastWord() {
        assertThat(areOff(Map.of("quarkus.otel.exporter.otlp.endpoint", "http://collector:4317", OnceExporterIsNamed.SWITCH, "true"))).isTrue();
        assertThat(areOff(Map.of(OnceExporterIsNamed.SWITCH, "false"))).isFalse();
    }

    private static boolean areOff(Map<String, String> operators) {
        return new SmallRyeConfigBuilder().withInterceptors(new OnceExporterIsNamed()).withSources(new PropertiesConfigSource(DEFAULTS, "defaults", 250))
                .withSources(new PropertiesConfigSource(operators, "environment", 300)).build().getValue(OnceExporterIsNamed.SWITCH, boolean.class);
    }
}
