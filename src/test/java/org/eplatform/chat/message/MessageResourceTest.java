package org.eplatform.chat.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.eplatform.chat.testsupport.Person;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MessageResourceTest {

    @Test
    void aNewMessageIsAnsweredWithThePlaceToFindItIn() {
        // Given
        var alice = Person.someone("alice");
        var conversation = alice.conversationWith(Person.someone("bob"));

        // When
        var answer = alice.say(conversation, "Hello");

        // Then
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(alice.get(answer.header("Location")).<String>path("conversation.lastMessage.body")).isEqualTo("Hello");
    }
}
