package org.eplatform.chat.testsupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.IntStream;

/// How PostgreSQL carries a query out (`EXPLAIN`).
///
/// @param scans every place where it reads rows
public record Plan(List<Scan> scans) {

    /// `rows` are those that it read in all, 0 when it was not carried out.
    public record Scan(String type, String table, String index, long rows) {

        @Override
        public String toString() {
            return type + (index.isEmpty() ? "" : " using " + index) + (table.isEmpty() ? "" : " on " + table) + ", rows read: " + rows;
        }
    }

    /// As it is for these values: what the service gets for the first calls on a connection. The values stand for the question marks, as SQL.
    public static Plan of(Connection connection, String query, String... values) throws SQLException, IOException {
        return explain(connection, "explain (analyze, timing off, format json) " + put(query, List.of(values)));
    }

    /// As it is for whatever values: what a prepared statement may come to.
    public static Plan ofAnyValues(Connection connection, String query) throws SQLException, IOException {
        return explain(connection, "explain (generic_plan, format json) " + put(query, IntStream.rangeClosed(1, 9).mapToObj(i -> "$" + i).toList()));
    }

    private static String put(String query, List<String> values) {
        var sql = query;
        for (var value : values) {
            sql = sql.replaceFirst("\\?", Matcher.quoteReplacement(value));
        }
        return sql;
    }

    private static Plan explain(Connection connection, String sql) throws SQLException, IOException {
        try (var statement = connection.createStatement(); var row = statement.executeQuery(sql)) {
            row.next();
            var scans = new ArrayList<Scan>();
            collect(new ObjectMapper().readTree(row.getString(1)).path(0).path("Plan"), scans);
            return new Plan(List.copyOf(scans));
        }
    }

    private static void collect(JsonNode node, List<Scan> scans) {
        var type = node.path("Node Type").asText();
        if (node.has("Relation Name") || node.has("Index Name")) {
            long rows = Math.round((node.path("Actual Rows").asDouble() + node.path("Rows Removed by Filter").asDouble()) * node.path("Actual Loops").asDouble());
            scans.add(new Scan(type, node.path("Relation Name").asText(), node.path("Index Name").asText(), rows));
        }
        node.path("Plans").forEach(child -> collect(child, scans));
    }
}
