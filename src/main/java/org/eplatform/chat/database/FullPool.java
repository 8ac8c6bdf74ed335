package org.eplatform.chat.database;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import org.eplatform.chat.replica.Listening;
import org.jboss.logging.Logger;

/// After a restart everybody comes back at once, and a pool that opens its connections only when they are asked for would make them wait. Half of it is opened
/// as soon as the service listens, and stays open; the start itself needs one, and would wait for the others.
@Singleton
class FullPool {

    private static final Logger LOG = Logger.getLogger(FullPool.class);

    private final AgroalDataSource pool;

    FullPool(AgroalDataSource pool) {
        this.pool = pool;
    }

    void fill(@ObservesAsync Listening event) {
        Thread.ofVirtual().name("full-pool").start(this::open);
    }

    /// One after the other, so that whoever asks meanwhile is next. The pool is told to keep them once they are there: one that has fewer opens one more for each
    /// caller, and lets them wait for it.
    private void open() {
        var settings = pool.getConfiguration().connectionPoolConfiguration();
        int half = settings.maxSize() / 2;
        var taken = new ArrayList<Connection>(half);
        try {
            while (taken.size() < half) {
                taken.add(pool.getConnection());
            }
            settings.setMinSize(Math.max(half, settings.minSize()));
        } catch (SQLException e) {
            LOG.debug("The pool stays smaller for now", e);
        } finally {
            taken.forEach(FullPool::giveBack);
        }
    }

    private static void giveBack(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("A connection could not be given back", e);
        }
    }
}
