package org.eplatform.chat.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.stream.IntStream;
import org.eplatform.chat.testsupport.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HistoryTest {

    private Person alice;
    private String conversation;

    @BeforeEach
    void people() {
        alice = Person.someone("alice");
        conversation = alice.conversationWith(Person.someone("bob"));
    }

    @Test
    void theNewestPageComesFirst() {
        write(7);

        assertPage(read("limit=3"), List.of(5, 6, 7), true, false);
    }

    @Test
    void pagesGoBackToTheFirstMessageAndForwardToTheLast() {
        write(7);

        assertPage(read("limit=3&before=5"), List.of(2, 3, 4), true, true);
        assertPage(read("limit=3&before=2"), List.of(1), false, true);
        assertPage(read("limit=3&after=0"), List.of(1, 2, 3), false, true);
        assertPage(read("limit=3&after=5"), List.of(6, 7), true, false);
        assertPage(read("after=7"), List.of(), true, false);
    }

    @Test
    void aPageAroundAMessageHasItInTheMiddle() {
        write(9);

        assertPage(read("limit=4&around=5"), List.of(3, 4, 5, 6), true, true);
        assertPage(read("limit=4&around=1"), List.of(1, 2, 3, 4), false, true);
        assertPage(read("limit=4&around=9"), List.of(7, 8, 9), true, false);
    }

    @Test
    void anEmptyConversationHasOneEmptyPage() {
        assertPage(read("limit=50"), List.of(), false, false);
        assertPage(read("before=1"), List.of(), false, false);
        assertPage(read("after=0"), List.of(), false, false);
    }

    private void write(int messages) {
        IntStream.rangeClosed(1, messages).forEach(i -> alice.say(conversation, "message " + i).then().statusCode(201));
    }

    private Response read(String query) {
        return alice.get("/api/chat/conversations/" + conversation + "/?" + query);
    }

    private static void assertPage(Response page, List<Integer> seqs, boolean hasOlder, boolean hasNewer) {
        assertThat(page.<List<Integer>>path("messages.seq")).isEqualTo(seqs);
        assertThat(page.<Boolean>path("hasOlder")).isEqualTo(hasOlder);
        assertThat(page.<Boolean>path("hasNewer")).isEqualTo(hasNewer);
    }
}
