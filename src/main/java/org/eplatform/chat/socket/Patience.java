package org.eplatform.chat.socket;

/// What one connection has asked of the database, and whether it is still worth trying: what was asked for before an earlier question ran into a database
/// that does not answer is given up with it. Tried one after the other, the last would wait for a multiple of what the first did.
final class Patience {

    private long asked;
    private long givenUp;

    /// The number of a new question.
    synchronized long ask() {
        return ++asked;
    }

    /// Gives up all that has been asked so far.
    synchronized void giveUp() {
        givenUp = asked;
    }

    synchronized boolean isOver(long question) {
        return question <= givenUp;
    }
}
