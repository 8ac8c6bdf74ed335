package org.eplatform.chat.protocol;

/// Which page of a conversation is meant, by `seq`.
public sealed interface Position {

    /// The end of the conversation.
    record Newest() implements Position {}

    /// What stands before this `seq`, nearest first chosen.
    record Before(long seq) implements Position {}

    /// What stands after this `seq`, nearest first chosen.
    record After(long seq) implements Position {}

    /// This `seq` with its neighbours on both sides.
    record Around(long seq) implements Position {}

    /// Reads the three query parameters, of which at most one may be given.
    static Position parse(String before, String after, String around) {
        int given = (before == null ? 0 : 1) + (after == null ? 0 : 1) + (around == null ? 0 : 1);
        if (given > 1) {
            throw InvalidField.invalid("only one of before, after and around may be given");
        }
        if (before != null) {
            return new Before(seq("before", before));
        }
        if (after != null) {
            return new After(seq("after", after));
        }
        return around != null ? new Around(seq("around", around)) : new Newest();
    }

    private static long seq(String name, String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw InvalidField.invalid(name + " must be a whole number, 0 or more");
        }
        return Long.parseLong(text);
    }
}
