package org.eplatform.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.util.Map;
import org.eplatform.chat.testsupport.Person;
import org.eplatform.chat.testsupport.Socket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ChatSocketTest {

    private Person alice;
    private Person bob;

    @BeforeEach
    void people() {
        alice = Person.someone("alice");
        bob = Person.someone("bob");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ws/chat", "/ws/chat/"})
    void aConnectionIsWelcomedOnBothPaths(String path) {
        try (var socket = Socket.connect(address(path), alice.token())) {
            var welcome = socket.await("welcome");

            assertThat(welcome.path("userId").asText()).isEqualTo(alice.id());
            assertThat(welcome.path("heartbeatSeconds").asInt()).isEqualTo(25);
            assertThat(welcome.path("epoch").asText()).hasSize(36);
            assertThat(welcome.path("limits").path("messageCodePoints").asInt()).isEqualTo(8000);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"not-a-token", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbGljZSJ9."})
    void aConnectionWithoutAValidTokenIsRefusedAtTheHandshake(String token) {
        assertThatThrownBy(() -> Socket.connect(address("/ws/chat/"), token)).cause()
                .isInstanceOfSatisfying(WebSocketHandshakeException.class, refused -> assertThat(refused.getResponse().statusCode()).isEqualTo(401));
    }

    @Test
    void aMessageReachesEveryConnectionOfBothPeopleAndTheSenderGetsAnAck() {
        var conversation = alice.conversationWith(bob);
        try (var desk = Socket.of(alice); var phone = Socket.of(alice); var other = Socket.of(bob)) {

            desk.send("c1", conversation, "m-1", "hello");

            var ack = desk.answerTo("c1");
            assertThat(ack.path("type").asText()).isEqualTo("ack");
            assertThat(ack.path("seq").asInt()).isEqualTo(1);
            assertThat(ack.has("duplicate")).isFalse();
            for (var receiver : new Socket[] {desk, phone, other}) {
                var message = receiver.await("message");
                assertThat(message.path("message").path("body").asText()).isEqualTo("hello");
                assertThat(message.path("message").path("id").asText()).isEqualTo(ack.path("messageId").asText());
                assertThat(message.path("version").asInt()).isEqualTo(1);
            }
        }
    }

    @Test
    void whatIsSentOverRestArrivesOnTheSocket() {
        var conversation = alice.conversationWith(bob);
        try (var receiver = Socket.of(bob)) {

            alice.say(conversation, "by hand");

            assertThat(receiver.await("message").path("message").path("body").asText()).isEqualTo("by hand");
        }
    }

    @Test
    void commandsOfOneConnectionAreCarriedOutInOrder() {
        var conversation = alice.conversationWith(bob);
        try (var sender = Socket.of(alice)) {

            for (int i = 1; i <= 20; i++) {
                sender.send("c" + i, conversation, "m-" + i, "message " + i);
            }

            for (int i = 1; i <= 20; i++) {
                assertThat(sender.answerTo("c" + i).path("seq").asInt()).isEqualTo(i);
            }
        }
    }

    @Test
    void aPingIsAnswered() {
        try (var socket = Socket.of(alice)) {
            socket.say(Map.of("type", "ping", "id", "p"));

            assertThat(socket.answerTo("p").path("type").asText()).isEqualTo("pong");
        }
    }

    @Test
    void p9AClientThatFloodsIsCutOffAndHarmsNobodyElse() {
        var conversation = alice.conversationWith(bob);
        try (var flooder = Socket.of(alice); var other = Socket.of(bob)) {
            assertThatThrownBy(() -> {
                for (int i = 0; i < 20_000; i++) {
                    flooder.send("f" + i, conversation, "f-" + i, "flood");
                }
                flooder.settle();
            }).isNotNull();

            // By its unanswered commands, or by the answers that it does not read as fast.
            assertThat(flooder.awaitClose()).isIn(4029, 4008, 1006);
            other.settle();
            assertThat(other.isOpen()).isTrue();
        }
    }

    private static URI address(String path) {
        return URI.create("ws://localhost:" + RestAssured.port + path);
    }
}
