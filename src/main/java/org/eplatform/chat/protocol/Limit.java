package org.eplatform.chat.protocol;

/// How many entries a page may have: 1 to [#MAX], [#DEFAULT] when the caller names none.
public record Limit(int value) {

    public static final int DEFAULT = 50;
    public static final int MAX = 200;

    public Limit {
        if (value < 1 || value > MAX) {
            throw InvalidField.invalid("limit must be 1 to " + MAX);
        }
    }

    /// Reads the query parameter; null is the default.
    public static Limit parse(String text) {
        if (text == null) {
            return new Limit(DEFAULT);
        }
        if (!text.matches("[0-9]{1,3}")) {
            throw InvalidField.invalid("limit must be 1 to " + MAX);
        }
        return new Limit(Integer.parseInt(text));
    }
}
