package org.eplatform.chat.user;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;

/// Completes what the operator says of the login, so that each way to name a provider needs its own settings and no others. With an address of keys alone
/// there is nothing to discover; and without a provider that people can be sent to, the page's login is off, where the framework would refuse to start.
public final class LoginSettings implements ConfigSourceInterceptor {

    private static final long serialVersionUID = 1;

    @Override
    public ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        var value = switch (name.replace("\"", "")) {
            // The framework wants an address here whenever it fetches anything; it is not used.
            case "quarkus.oidc.auth-server-url" -> isKeysAddressAlone(context) ? text(context, "quarkus.oidc.jwks-path") : null;
            case "quarkus.oidc.discovery-enabled" -> isKeysAddressAlone(context) ? "false" : null;
            case "quarkus.oidc.tenant-enabled" -> isMigrationAlone(context) ? "false" : null;
            case "quarkus.oidc.page.tenant-enabled" -> canPeopleSignIn(context) && !isMigrationAlone(context) ? null : "false";
            default -> null;
        };
        return value == null ? context.proceed(name) : ConfigValue.builder().withName(name).withValue(value).build();
    }

    /// Then there is nobody to let in, and the provider need not be known.
    private static boolean isMigrationAlone(ConfigSourceInterceptorContext context) {
        return text(context, "chat.migrate").equalsIgnoreCase("only");
    }

    private static boolean isKeysAddressAlone(ConfigSourceInterceptorContext context) {
        return text(context, "quarkus.oidc.auth-server-url").isEmpty() && text(context, "quarkus.oidc.jwks-path").matches("https?://.+");
    }

    private static boolean canPeopleSignIn(ConfigSourceInterceptorContext context) {
        boolean knowsWhere = !text(context, "quarkus.oidc.page.authorization-path").isEmpty()
                || !isKeysAddressAlone(context) && !"false".equals(text(context, "quarkus.oidc.page.discovery-enabled"));
        return knowsWhere && !text(context, "quarkus.oidc.page.auth-server-url").isEmpty() && !text(context, "quarkus.oidc.client-id").isEmpty();
    }

    private static String text(ConfigSourceInterceptorContext context, String name) {
        var value = context.proceed(name);
        return value == null || value.getValue() == null ? "" : value.getValue().strip();
    }
}
