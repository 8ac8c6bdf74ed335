package org.eplatform.chat.socket;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ImageMode;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eplatform.chat.conversation.Conversations;
import org.eplatform.chat.inbox.Inbox;
import org.eplatform.chat.message.Changes;
import org.eplatform.chat.presence.Presence;
import org.eplatform.chat.protocol.AccessToken;
import org.eplatform.chat.protocol.ConversationId;
import org.eplatform.chat.protocol.Reply;
import org.eplatform.chat.protocol.UserId;
import org.eplatform.chat.user.Callers;
import org.eplatform.chat.user.Profile;
import org.eplatform.chat.user.Users;
import org.jboss.logging.Logger;

/// A JVM is slow at whatever it does for the first time: it loads classes, translates queries and interprets. People who lose their replica come to a new one the
/// moment that it is ready, so it has done before what the first of them will ask of it, for somebody who does not exist. Nothing of it stays.
@Singleton
class Rehearsal {

    private static final Logger LOG = Logger.getLogger(Rehearsal.class);
    private static final int ROUNDS = 30;
    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final AccessToken NO_TOKEN = new AccessToken("no.to.ken");

    private final Callers callers;
    private final Users users;
    private final Conversations conversations;
    private final Inbox inbox;
    private final Changes changes;
    private final Presence presence;
    private final Frames frames;

    Rehearsal(Callers callers, Users users, Conversations conversations, Inbox inbox, Changes changes, Presence presence, Frames frames) {
        this.callers = callers;
        this.users = users;
        this.conversations = conversations;
        this.inbox = inbox;
        this.changes = changes;
        this.presence = presence;
        this.frames = frames;
    }

    /// An executable has nothing to learn, and whoever develops waits for every start.
    void start(@Observes @Priority(Integer.MAX_VALUE) StartupEvent event) {
        if (LaunchMode.current() == LaunchMode.NORMAL && ImageMode.current() == ImageMode.JVM) {
            rehearse();
        }
    }

    /// Returns how often it went through: what fails now may serve when somebody comes, and is no reason not to start.
    int rehearse() {
        knock();
        long deadline = System.nanoTime() + LIMIT.toNanos();
        int round = 0;
        try {
            for (; round < ROUNDS && System.nanoTime() < deadline; round++) {
                arrive(new UserId("rehearsal-" + UUID.randomUUID()), new ConversationId(UUID.randomUUID()));
            }
        } catch (RuntimeException e) {
            LOG.debug("The rehearsal was broken off", e);
        }
        return round;
    }

    /// What is no token is refused, once all that checks one has been called; and anything is where the provider does not answer.
    private void knock() {
        try {
            callers.authenticated(NO_TOKEN);
        } catch (RuntimeException refused) {
            LOG.trace("As it should be", refused);
        }
    }

    private void arrive(UserId nobody, ConversationId nowhere) {
        QuarkusTransaction.begin();
        try {
            users.remember(new Profile(nobody, "Nobody", null, null));
        } finally {
            QuarkusTransaction.rollback();
        }
        frames.encode(new Reply.Welcome(nobody, UUID.randomUUID(), UUID.randomUUID(), Instant.now(), 0, new Reply.Limits(0, 0, 0)));
        frames.decode("""
                {"type":"sync","id":"1","cursors":{"%s":1}}""".formatted(nowhere));
        conversations.enter(nobody, Set.of(nowhere));
        inbox.others(nobody, Set.of(nowhere), 1);
        changes.read(List.of(), 1);
        frames.encode(Reply.Synced.of("1", List.of(nowhere)));
        presence.tell(Set.of(nobody), _ -> {});
        frames.decode("""
                {"type":"message.send","id":"2","clientId":"1","conversationId":"%s","body":"Hello"}""".formatted(nowhere));
    }
}
