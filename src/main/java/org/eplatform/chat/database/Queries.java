package org.eplatform.chat.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.eplatform.chat.error.BadRow;

/// Reads whole pages by SQL, past the entities, and writes what is no entity: a query outside of a transaction is one round trip instead of three, and a page of rows costs a fraction
/// of what it costs as generic tuples.
@ApplicationScoped
public class Queries {

    private final DataSource database;

    Queries(DataSource database) {
        this.database = database;
    }

    /// Gives a statement its values.
    @FunctionalInterface
    public interface Values {
        void set(PreparedStatement statement) throws SQLException;
    }

    /// Makes something of a result, or of the row on which it stands.
    @FunctionalInterface
    public interface Reading<T> {
        T of(ResultSet rows) throws SQLException;
    }

    /// One of these for each row.
    public <T> List<T> each(String sql, Values values, Reading<T> row) {
        return read(sql, values, rows -> {
            var all = new ArrayList<T>();
            while (rows.next()) {
                all.add(row.of(rows));
            }
            return all;
        });
    }

    public <T> T read(String sql, Values values, Reading<T> result) {
        try (var connection = database.getConnection(); var statement = connection.prepareStatement(sql)) {
            values.set(statement);
            try (var rows = statement.executeQuery()) {
                return BadRow.never(() -> {
                    try {
                        return result.of(rows);
                    } catch (SQLException e) {
                        throw new IllegalStateException("A row could not be read", e);
                    }
                });
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database could not be read", e);
        }
    }

    /// Carries out one statement that changes something, by itself.
    public void change(String sql, Values values) {
        try (var connection = database.getConnection(); var statement = connection.prepareStatement(sql)) {
            values.set(statement);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The database could not be changed", e);
        }
    }

    /// A time of the database, or null.
    public static Instant time(ResultSet row, int column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
