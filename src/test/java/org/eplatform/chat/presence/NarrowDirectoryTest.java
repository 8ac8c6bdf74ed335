package org.eplatform.chat.presence;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eplatform.chat.testsupport.Person;
import org.eplatform.chat.testsupport.Rows;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The directory of an operator who wants nobody to read through it.
@QuarkusTest
@TestProfile(NarrowDirectoryTest.Narrow.class)
class NarrowDirectoryTest {

    public static class Narrow implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("chat.directory.min-query", "2", "chat.directory.people", "acquaintances");
        }
    }

    @Inject
    Rows rows;

    private Person alice;
    private String family;

    @BeforeEach
    void people() {
        alice = Person.someone("alice");
        family = "f" + UUID.randomUUID().toString().substring(0, 6);
    }

    @Test
    void withoutASearchNobodyIsShown() {
        assertTooShort(alice.get("/api/chat/users/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", " x  ", "\ud83d\udc4b", "e\u0301"})
    void aSearchOfOneCharacterIsTooShortHoweverItIsWritten(String query) {
        assertTooShort(search(query));
    }

    @ParameterizedTest
    @ValueSource(strings = {"xy", "\ud83d\udc4b\ud83d\udc4b", "%%"})
    void twoCharactersAreEnough(String query) {
        assertThat(search(query).statusCode()).isEqualTo(200);
    }

    @Test
    void onlyWhoSharesAConversationIsShownAndEachOfThemOnce() {
        // Given
        var bob = Person.someone(family + "-bob");
        var carol = Person.someone(family + "-carol");
        var stranger = Person.someone(family + "-stranger");
        alice.conversationWith(bob);
        carol.conversationWith(alice);
        bob.conversationWith(stranger);
        share(alice, bob);

        // When
        var found = search(family);

        // Then
        assertThat(found.<List<String>>path("id")).containsExactly(bob.id(), carol.id());
    }

    @Test
    void whoHasLeftIsAStrangerAgain() {
        var bob = Person.someone(family + "-bob");
        var conversation = alice.conversationWith(bob);

        rows.change("update participant set left_seq = 0 where conversation_id = cast(?1 as uuid) and user_id = ?2", conversation, bob.id());

        assertThat(search(family).<List<String>>path("id")).isEmpty();
    }

    @Test
    void acquaintancesArePagedToTheirEnd() {
        // Given
        var all = new ArrayList<String>();
        for (var name : List.of("a", "b", "c")) {
            var person = Person.someone(family + name);
            alice.conversationWith(person);
            all.add(person.id());
        }

        // When
        var found = new ArrayList<String>();
        String next = "?limit=1&q=" + family;
        for (int page = 0; next != null && page < 5; page++) {
            var answer = alice.get("/api/chat/users/" + next);
            found.addAll(answer.path("id"));
            var link = answer.header("Link");
            next = link == null ? null : link.substring(1, link.indexOf('>'));
        }

        // Then
        assertThat(found).isEqualTo(all);
    }

    private Response search(String query) {
        return RestAssured.given().auth().oauth2(alice.token()).queryParam("q", query).get("/api/chat/users/");
    }

    private static void assertTooShort(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.<String>path("code")).isEqualTo("query_too_short");
        assertThat(answer.<String>path("detail")).contains("2");
    }

    /// A second conversation of the same two, as a group would be.
    private void share(Person one, Person other) {
        var id = UUID.randomUUID().toString();
        rows.change("insert into conversation (id, kind) values (cast(?1 as uuid), 'direct')", id);
        rows.change("insert into participant (conversation_id, user_id) values (cast(?1 as uuid), ?2), (cast(?1 as uuid), ?3)", id, one.id(), other.id());
    }
}
