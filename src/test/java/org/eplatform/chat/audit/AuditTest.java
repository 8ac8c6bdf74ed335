package org.eplatform.chat.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eplatform.chat.protocol.RateLimit;
import org.eplatform.chat.protocol.UserId;
import org.eplatform.chat.testsupport.AuditLines;
import org.eplatform.chat.testsupport.Person;
import org.eplatform.chat.testsupport.Socket;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// An operator finds out afterwards who was kept out, and who did what to whom.
@QuarkusTest
class AuditTest {

    @Inject
    Audit audit;

    private final AuditLines lines = new AuditLines();
    private Person alice;
    private Person bob;

    /// Others test what is refused by the hundreds, and would leave no line to these.
    @BeforeEach
    void lines() {
        audit.beginAnew();
    }

    @BeforeEach
    void people() {
        alice = Person.someone("alice");
        bob = Person.someone("bob");
    }

    @AfterEach
    void stop() {
        lines.close();
    }

    @Test
    void aRefusedLoginSaysWhyAndFromWhere() {
        given().get("/api/chat/conversations/").then().statusCode(401);
        alice.withTokenFor(Duration.ofMinutes(-5)).get("/api/chat/conversations/").then().statusCode(401);

        assertThat(lines.with("event=\"login_refused\"", "reason=\"no token\"", "address=\"127.0.0.1\"")).isNotEmpty();
        assertThat(lines.with("event=\"login_refused\"", "reason=\"expired\"")).isNotEmpty();
    }

    @Test
    void whoeverTriesAForeignConversationIsNamed() {
        var foreign = alice.conversationWith(bob);
        var mallory = Person.someone("mallory");
        try (var socket = Socket.of(mallory)) {

            mallory.get("/api/chat/conversations/" + foreign + "/").then().statusCode(404);
            socket.send("send", foreign, UUID.randomUUID().toString(), "hello");
            socket.answerTo("send");
        }

        assertThat(lines.with("event=\"access_refused\"", "user=\"" + mallory.id() + "\"", "operation=\"read\"", foreign)).hasSize(1);
        assertThat(lines.with("event=\"access_refused\"", "user=\"" + mallory.id() + "\"", "operation=\"send\"", foreign)).hasSize(1);
    }

    @Test
    void aNewConversationSaysWhoIsInItAndAnOldOneIsNoNews() {
        var id = alice.conversationWith(bob);
        bob.conversationWith(alice);

        assertThat(lines.with("event=\"conversation_started\"", id, "by=\"" + alice.id() + "\"", "with=\"" + bob.id() + "\"")).hasSize(1);
        assertThat(lines.with("event=\"conversation_started\"", id)).hasSize(1);
    }

    @Test
    void whatAnAdministratorDoesIsThereAndWhoOnlyTriedTo() {
        var admin = Person.someone("admin");
        for (var action : new String[] {"kick", "disable", "enable"}) {
            admin.post("/api/chat/admin/users/" + bob.id() + "/" + action + "/", Map.of()).then().statusCode(204);
        }
        alice.post("/api/chat/admin/users/" + bob.id() + "/kick/", Map.of()).then().statusCode(403);

        for (var event : new String[] {"kicked", "disabled", "enabled"}) {
            assertThat(lines.with("event=\"" + event + "\"", "user=\"" + bob.id() + "\"", "by=\"" + admin.id() + "\"")).hasSize(1);
        }
        assertThat(lines.with("event=\"access_refused\"", "user=\"" + alice.id() + "\"", "operation=\"administer\"")).hasSize(1);
    }

    @Test
    void whoDisabledSomebodyCannotBePassedByAndIsNotedWhenTried() {
        Person.someone("admin").post("/api/chat/admin/users/" + bob.id() + "/disable/", Map.of()).then().statusCode(204);

        bob.get("/api/chat/conversations/").then().statusCode(403);

        assertThat(lines.with("event=\"access_refused\"", "user=\"" + bob.id() + "\"", "operation=\"enter\"")).hasSize(1);
    }

    @Test
    void nobodyWritesALineOfTheirOwn() {
        audit.record(new AuditEvent.LimitReached(RateLimit.SENDS, "mallory\"\n2026 event=\"kicked\" \u202e"));

        assertThat(lines.with("limit_reached")).singleElement()
                .isEqualTo("event=\"limit_reached\" limit=\"sends\" who=\"mallory\\\"\\u000a2026 event=\\\"kicked\\\" \\u202e\"");
    }

    @Test
    void aLogAsJsonHasEachPartAsAField() {
        var fields = new java.util.concurrent.atomic.AtomicReference<Map<String, String>>();
        var handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                fields.set(((ExtLogRecord) line).getMdcCopy());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger.getLogger(Audit.LOGGER).addHandler(handler);
        try {
            audit.record(new AuditEvent.Kicked(new UserId("bob"), new UserId("admin")));
        } finally {
            Logger.getLogger(Audit.LOGGER).removeHandler(handler);
        }

        assertThat(fields.get()).containsEntry("event", "kicked").containsEntry("user", "bob").containsEntry("by", "admin");
    }

    @Test
    void aFloodOfRefusalsIsCountedRatherThanWritten() {
        for (int i = 0; i < 1_000; i++) {
            audit.record(new AuditEvent.LoggedOut("flood", "session-" + i));
        }

        assertThat(lines.with("event=\"logged_out\"", "flood")).hasSizeBetween(1, 300);
    }

    @Test
    void everyEventIsDeclaredForANativeBuild() {
        assertThat(Audit.class.getAnnotation(RegisterForReflection.class).targets()).containsExactlyInAnyOrder(AuditEvent.class.getPermittedSubclasses());
    }
}
