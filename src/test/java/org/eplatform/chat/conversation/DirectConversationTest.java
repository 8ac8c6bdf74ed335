package org.eplatform.chat.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.eplatform.chat.testsupport.Person;
import org.eplatform.chat.testsupport.Rows;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DirectConversationTest {

    @Inject
    Rows rows;

    @Test
    void theFirstStartMakesItAndTheSecondFindsIt() {
        var alice = Person.someone("alice");
        var bob = Person.someone("bob");

        var first = alice.post("/api/chat/conversations/start_conversation/", Map.of("userId", bob.id()));
        var second = bob.post("/api/chat/conversations/start_conversation", Map.of("userId", alice.id()));

        first.then().statusCode(201).header("Location", endsWith("/api/chat/conversations/" + first.path("id") + "/"));
        second.then().statusCode(200);
        assertThat(second.<String>path("id")).isEqualTo(first.path("id"));
        assertThat(first.<List<String>>path("participants.user.id")).containsExactlyInAnyOrder(alice.id(), bob.id());
    }

    @Test
    void twoPeopleHaveOneConversationHoweverTheyRace() throws Exception {
        // Given
        var alice = Person.someone("alice");
        var bob = Person.someone("bob");
        List<Callable<String>> starts = IntStream.range(0, 32)
                .<Callable<String>>mapToObj(i -> () -> i % 2 == 0 ? alice.conversationWith(bob) : bob.conversationWith(alice)).toList();

        // When
        List<Future<String>> found;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            found = threads.invokeAll(starts);
        }

        // Then
        assertThat(found.stream().map(Future::resultNow).distinct()).hasSize(1);
        assertThat(rows.count("select count(*) from participant where user_id = ?1", alice.id())).isEqualTo(1);
    }
}
