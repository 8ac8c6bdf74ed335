package org.eplatform.chat.replica;

import jakarta.inject.Singleton;
import java.util.UUID;

/// This process among those that serve the same database.
@Singleton
public class Replica {

    private final UUID id = UUID.randomUUID();
    private final RelayKind relay;

    Replica(RelayConfig config) {
        relay = config.kind();
    }

    /// Another one after each start.
    public UUID id() {
        return id;
    }

    /// Whether there may be others.
    public boolean hasPeers() {
        return switch (relay) {
            case LOCAL -> false;
            case POSTGRES, REDIS -> true;
        };
    }
}
