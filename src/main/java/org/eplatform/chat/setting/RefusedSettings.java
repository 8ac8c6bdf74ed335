package org.eplatform.chat.setting;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigSourceInterceptorFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/// Refuses the start when a setting is wrong, with one line for each. The framework tells a `ConfigurationException` by its message alone, and ends with exit code 1.
public final class RefusedSettings implements SmallRyeConfigBuilderCustomizer {

    private static final Logger LOG = Logger.getLogger(RefusedSettings.class);

    @Override
    public void configBuilder(SmallRyeConfigBuilder builder) {
        builder.withInterceptorFactories(new ConfigSourceInterceptorFactory() {
            @Override
            public ConfigSourceInterceptor getInterceptor(ConfigSourceInterceptorContext context) {
                return new Check(builder);
            }

            /// Above the framework's own, which choose the profile and complete `${...}`.
            @Override
            public OptionalInt getPriority() {
                return OptionalInt.of(Integer.MAX_VALUE);
            }
        });
    }

    private static final class Check implements ConfigSourceInterceptor {

        private static final long serialVersionUID = 1;

        /// It holds much that nobody needs later, so it is let go of.
        private transient SmallRyeConfigBuilder builder;

        private Check(SmallRyeConfigBuilder builder) {
            this.builder = builder;
        }

        /// This key is asked for when all mappings are made, and before the framework tells in its own words what it could not convert: whatever we threw
        /// at the keys themselves would become part of those.
        @Override
        public ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
            if (name.equals(SmallRyeConfig.SMALLRYE_CONFIG_MAPPING_VALIDATE_UNKNOWN)) {
                check(context);
            }
            return context.proceed(name);
        }

        private void check(ConfigSourceInterceptorContext context) {
            if (builder == null) {
                return;
            }
            var settings = ours();
            builder = null;
            var refusals = settings.stream().flatMap(setting -> set(context, setting).flatMap(setting::refusal).stream()).collect(Collectors.joining("\n"));
            if (!refusals.isEmpty()) {
                throw new ConfigurationException(refusals);
            }
            if (!settings.isEmpty()) {
                UnknownVariables.among(System.getenv().keySet(), settings).forEach(LOG::warn);
            }
        }

        /// None while the framework prepares itself, and the mappings are not read yet.
        private List<Setting> ours() {
            return builder.getMappingsBuilder().getMappings().stream().filter(mapping -> mapping.getPrefix().startsWith("chat."))
                    .flatMap(mapping -> Settings.of(mapping.getType()).stream()).toList();
        }

        private static Optional<String> set(ConfigSourceInterceptorContext context, Setting setting) {
            return Optional.ofNullable(context.proceed(setting.key())).map(ConfigValue::getValue);
        }
    }
}
