package org.eplatform.chat.verify;

/// What must never happen: the rows of the table.
enum Fault {
    LOST("lost", "acknowledged, and not stored"),
    INVENTED("invented", "stored, and sent by nobody"),
    ALTERED("altered", "stored or received with another content than was sent"),
    DUPLICATED("duplicated", "stored more than once"),
    CONTRADICTED("contradicted", "two answers about one thing that differ"),
    HOLES("holes", "a seq that is missing or given twice"),
    REORDERED("reordered", "stored before what it came after"),
    SKIPPED("skipped", "stored, and never received by somebody who should have it"),
    OUTDATED("outdated", "received, but not its last change"),
    DOUBLED("doubled", "received twice, as two messages or long after"),
    FOREIGN("foreign", "received, and not theirs or not stored"),
    JUMPED("jumped over", "not delivered on an open connection when later ones were"),
    FELL("markers fell", "a read or delivered marker that was higher before"),
    UNANSWERED("unanswered", "sent again and again, and never acknowledged"),
    REFUSED("refused", "valid, and answered with a lasting error or `internal`");

    private final String label;
    private final String meaning;

    Fault(String label, String meaning) {
        this.label = label;
        this.meaning = meaning;
    }

    String label() {
        return label;
    }

    String meaning() {
        return meaning;
    }
}
