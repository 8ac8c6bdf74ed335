package org.eplatform.chat.error;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Probes and metrics have a port that the proxy does not publish. With the port of the service itself Vert.x would let the two servers share it, in turns for each
/// connection: readiness would be 404 for one caller and the page for another, and metrics would be public.
@Singleton
class OwnManagementPort {

    void check(@Observes StartupEvent start, @ConfigProperty(name = "quarkus.management.enabled") boolean enabled,
            @ConfigProperty(name = "quarkus.http.port") int publicPort, @ConfigProperty(name = "quarkus.management.port") int managementPort) {
        if (enabled && publicPort == managementPort && publicPort != 0) {
            throw new ConfigurationException("quarkus.management.port (QUARKUS_MANAGEMENT_PORT) is " + managementPort
                    + ", which is quarkus.http.port (QUARKUS_HTTP_PORT) too: probes and metrics need a port of their own.");
        }
    }
}
