package org.eplatform.chat.relay;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eplatform.chat.replica.RelayConfig;

/// The relay that the configuration names.
class Relays {

    @Produces
    @Singleton
    Relay relay(RelayConfig config, PostgresRelay postgres, RedisRelay redis) {
        return switch (config.kind()) {
            case LOCAL -> _ -> { };
            case POSTGRES -> postgres;
            case REDIS -> redis;
        };
    }
}
