package org.eplatform.chat.relay;

import java.io.IOException;
import java.util.Map;
import org.eplatform.chat.dev.DevDatabase;
import org.junit.jupiter.api.AfterAll;

/// By `LISTEN` and `NOTIFY`. One replica listens where nothing is told: that is taken, and nothing arrives, as behind a pooler of transactions.
class PostgresReplicasIT extends ReplicasContract {

    private final DevDatabase silent;

    PostgresReplicasIT() throws IOException {
        silent = DevDatabase.empty();
    }

    @AfterAll
    void stopSilent() throws IOException {
        silent.close();
    }

    @Override
    Map<String, String> connected() {
        return Map.of();
    }

    @Override
    Map<String, String> unreached() {
        return Map.of("CHAT_RELAY_LISTEN_URL", silent.jdbcUrl());
    }
}
