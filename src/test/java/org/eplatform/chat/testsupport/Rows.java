package org.eplatform.chat.testsupport;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;

/// Looks into the database, past the service. Parameters are `?1`, `?2` ...
@ApplicationScoped
public class Rows {

    private final EntityManager entities;

    Rows(EntityManager entities) {
        this.entities = entities;
    }

    public String text(String sql, Object... parameters) {
        return (String) one(sql, parameters);
    }

    @SuppressWarnings("unchecked")
    public java.util.List<String> texts(String sql, Object... parameters) {
        return QuarkusTransaction.requiringNew().call(() -> query(sql, parameters).getResultList());
    }

    private Object one(String sql, Object... parameters) {
        return QuarkusTransaction.requiringNew().call(() -> query(sql, parameters).getSingleResult());
    }

    public long count(String sql, Object... parameters) {
        return ((Number) one(sql, parameters)).longValue();
    }

    public void change(String sql, Object... parameters) {
        QuarkusTransaction.requiringNew().run(() -> query(sql, parameters).executeUpdate());
    }

    private Query query(String sql, Object... parameters) {
        var query = entities.createNativeQuery(sql);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return query;
    }
}
