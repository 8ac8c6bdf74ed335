package org.eplatform.chat.socket;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.UUID;

/// Names the database's history. It changes when an operator restores a backup; then what clients hold is void.
@ApplicationScoped
class Epoch {

    private final EntityManager entities;
    private volatile UUID known;

    Epoch(EntityManager entities) {
        this.entities = entities;
    }

    /// Read once: a database is not restored under a running service.
    UUID current() {
        if (known == null) {
            known = QuarkusTransaction.joiningExisting().call(() -> (UUID) entities.createNativeQuery("select epoch from chat_epoch", UUID.class).getSingleResult());
        }
        return known;
    }
}
