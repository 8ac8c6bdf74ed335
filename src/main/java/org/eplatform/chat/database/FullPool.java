package org.eplatform.chat.database;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.HttpsServerStart;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;

/// After a restart everybody comes back at once, and a pool that opens its connections only when they are asked for would make them wait. It has its least
/// number as soon as the service listens; the start itself needs one, and would wait for the others.
@Singleton
class FullPool {

    private final AgroalDataSource pool;

    FullPool(AgroalDataSource pool) {
        this.pool = pool;
    }

    void fill(@ObservesAsync HttpServerStart listening) {
        pool.flush(FlushMode.FILL);
    }

    /// Where there is no port without TLS.
    void fill(@ObservesAsync HttpsServerStart listening) {
        pool.flush(FlushMode.FILL);
    }
}
