package org.eplatform.chat.user;

import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.oidc.runtime.TenantConfigContext;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jose4j.jwt.consumer.InvalidJwtException;

/// Keeps up with the provider, by one call at a time and none for the sake of a caller. One that is not there when the service starts is waited for. One that
/// is has its keys read anew now and then: the framework does so only for a token with an unknown key, and would trust a withdrawn one until then.
@Singleton
class ProviderKeys {

    private static final Logger LOG = Logger.getLogger(ProviderKeys.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);
    private static final Duration BETWEEN_READINGS = Duration.ofSeconds(45);

    private final TenantConfigBean tenants;
    private final Vertx vertx;
    private final Set<TenantConfigContext> beingAsked = ConcurrentHashMap.newKeySet();
    private final Set<TenantConfigContext> silent = ConcurrentHashMap.newKeySet();
    private long trying;
    private long reading;

    ProviderKeys(TenantConfigBean tenants, Vertx vertx) {
        this.tenants = tenants;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        trying = vertx.setPeriodic(BETWEEN_TRIES.toMillis(), _ -> all().forEach(this::reach));
        reading = vertx.setPeriodic(BETWEEN_READINGS.toMillis(), _ -> all().forEach(this::read));
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(trying);
        vertx.cancelTimer(reading);
    }

    /// Whether tokens can be checked. Once true, it stays: known keys need no provider. Without an issuer, which a provider's own document may fail to name,
    /// they could not.
    boolean areKnown() {
        var tenant = tenants.getDefaultTenant();
        return tenant.ready() && (tenant.oidcConfig().token().issuer().isPresent()
                || tenant.getOidcMetadata() != null && tenant.getOidcMetadata().getIssuer() != null);
    }

    /// Whether people can be sent to the provider, from the page.
    boolean isPageReady() {
        return tenants.getStaticTenant("page").ready();
    }

    private Iterable<TenantConfigContext> all() {
        return Map.of(OidcUtils.DEFAULT_TENANT_ID, tenants.getDefaultTenant(), "page", tenants.getStaticTenant("page")).values();
    }

    private void reach(TenantConfigContext tenant) {
        if (!tenant.ready()) {
            ask(tenant, tenant.initialize(), "The provider at %s is there.");
        }
    }

    private void read(TenantConfigContext tenant) {
        if (tenant.ready() && tenant.oidcConfig().tenantEnabled() && tenant.getOidcProviderClient() != null) {
            // There is no other way to have it read them: a token that is none is checked with keys that have been read anew.
            var refused = Uni.createFrom().deferred(() -> tenant.provider().refreshJwksAndVerifyJwtToken("", false, false, null));
            ask(tenant, refused.onFailure(InvalidJwtException.class).recoverWithNull(), "The provider at %s answers again.");
        }
    }

    private void ask(TenantConfigContext tenant, Uni<?> question, String goodNews) {
        if (!beingAsked.add(tenant)) {
            return;
        }
        question.subscribe().with(_ -> {
            beingAsked.remove(tenant);
            if (silent.remove(tenant)) {
                LOG.infof(goodNews, address(tenant.oidcConfig()));
            }
        }, failure -> {
            beingAsked.remove(tenant);
            if (silent.add(tenant)) {
                LOG.warnf("The provider at %s does not answer, and is tried further; %s: %s", address(tenant.oidcConfig()),
                        tenant.ready() ? "the keys that are known go on to work" : "nobody can be let in until it does", failure.getMessage());
            }
        });
    }

    private static String address(OidcTenantConfig config) {
        return config.authServerUrl().orElse("?");
    }
}
