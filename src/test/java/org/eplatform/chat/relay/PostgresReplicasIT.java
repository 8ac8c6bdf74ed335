package org.eplatform.chat.relay;

import java.util.Map;

/// By `LISTEN` and `NOTIFY`. One replica cannot listen, as behind a pooler of transactions.
class PostgresReplicasIT extends ReplicasContract {

    @Override
    Map<String, String> connected() {
        return Map.of();
    }

    @Override
    Map<String, String> unreached() {
        return Map.of("CHAT_RELAY_LISTEN_URL", "jdbc:postgresql://localhost:1/nowhere");
    }
}
