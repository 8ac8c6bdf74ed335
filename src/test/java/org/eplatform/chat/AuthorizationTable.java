package org.eplatform.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// `src/test/resources/authorization.txt`, read to the letter: a cell that is missing is an error.
record AuthorizationTable(List<String> operations, List<Cell> cells) {

    /// Everybody who may try.
    enum Role { ANONYMOUS, EXPIRED, STRANGER, FORMER, MEMBER, AUTHOR, ADMINISTRATOR }

    record Cell(String operation, Role role, String expected) {

        @Override
        public String toString() {
            return operation + " by " + role.name().toLowerCase(Locale.ROOT) + ": " + expected;
        }
    }

    static AuthorizationTable read() {
        try (var file = AuthorizationTable.class.getResourceAsStream("/authorization.txt")) {
            var lines = new String(file.readAllBytes(), UTF_8).lines().filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> Stream.of(line.split("\\|", -1)).map(String::strip).toList()).toList();
            var roles = lines.getFirst().stream().skip(1).map(name -> Role.valueOf(name.toUpperCase(Locale.ROOT))).toList();
            var operations = new ArrayList<String>();
            var cells = new ArrayList<Cell>();
            for (var line : lines.subList(1, lines.size())) {
                if (line.size() != roles.size() + 1 || line.contains("")) {
                    throw new AssertionError("A cell is missing: " + line.stream().collect(Collectors.joining(" | ")));
                }
                operations.add(line.getFirst());
                for (int i = 0; i < roles.size(); i++) {
                    cells.add(new Cell(line.getFirst(), roles.get(i), line.get(i + 1)));
                }
            }
            return new AuthorizationTable(List.copyOf(operations), List.copyOf(cells));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
