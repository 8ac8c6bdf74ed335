package org.eplatform.chat.trace;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import java.util.List;

/// Turns traces on where the operator names an exporter's address, and off where none is named: the framework's own default is to send them to this machine.
/// Who sets the switch itself has the last word.
public final class OnceExporterIsNamed implements ConfigSourceInterceptor {

    static final String SWITCH = "quarkus.otel.sdk.disabled";

    private static final long serialVersionUID = 1;
    private static final List<String> ADDRESSES = List.of("quarkus.otel.exporter.otlp.endpoint", "quarkus.otel.exporter.otlp.traces.endpoint");

    /// What comes with the package, such as application.properties, has less (250).
    private static final int OPERATORS = 260;

    @Override
    public ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        var value = context.proceed(name);
        if (!SWITCH.equals(name) || isOperators(value)) {
            return value;
        }
        boolean isNamed = ADDRESSES.stream().anyMatch(address -> isOperators(context.proceed(address)));
        return ConfigValue.builder().withName(name).withValue(String.valueOf(!isNamed)).build();
    }

    private static boolean isOperators(ConfigValue value) {
        return value != null && value.getConfigSourceOrdinal() >= OPERATORS && value.getValue() != null && !value.getValue().isBlank();
    }
}
