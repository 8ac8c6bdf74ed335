package org.eplatform.chat.database;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eplatform.chat.replica.Listening;

/// After a restart everybody comes back at once, and a pool that opens its connections only when they are asked for would make them wait. It has its least
/// number as soon as the service listens; the start itself needs one, and would wait for the others.
@Singleton
class FullPool {

    private final AgroalDataSource pool;

    FullPool(AgroalDataSource pool) {
        this.pool = pool;
    }

    void fill(@Observes Listening event) {
        pool.flush(FlushMode.FILL);
    }
}
