package org.eplatform.chat.presence;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eplatform.chat.testsupport.Person;
import org.eplatform.chat.testsupport.RawRequest;
import org.eplatform.chat.testsupport.Rows;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class DirectoryTest {

    @Inject
    Rows rows;

    private Person alice;

    @BeforeEach
    void people() {
        alice = Person.someone("alice");
    }

    @Test
    void thePeopleOfDevelopmentAreKnownBeforeTheyLogIn() {
        assertThat(search("meyer")).contains("bob");
    }

    @Test
    void aPartOfTheNameFindsAPersonButNeverTheCaller() {
        var bob = Person.someone("bob");

        assertThat(search(bob.id().toUpperCase().substring(1))).containsExactly(bob.id());
        assertThat(search(alice.id())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0130pek", "Zoe\u0308"})
    void aNameIsFoundAsItIsWrittenAndInAnyUnicodeForm(String name) {
        var id = "directory-" + UUID.randomUUID();
        rows.change("insert into chat_user (id, name) values (?1, ?2)", id, Normalizer.normalize(name, Normalizer.Form.NFC) + " " + id);

        assertThat(search(name + " " + id)).containsExactly(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "\\", "'", "' or 1=1 --"})
    void whatMeansSomethingToTheDatabaseIsOnlyText(String query) {
        assertThat(search(query)).isEmpty();
    }

    @Test
    void theDirectoryIsPagedToItsEnd() {
        // Given
        var family = "f" + UUID.randomUUID().toString().substring(0, 6);
        var all = List.of(Person.someone(family + "a").id(), Person.someone(family + "b").id(), Person.someone(family + "c").id());

        // When
        List<String> found = new ArrayList<>();
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

    @Test
    void theNextPageIsNamedWhateverElseStandsInTheQuery() {
        var answer = RawRequest.get(alice, "/api/chat/users/?limit=1&x=%7C%5E%22%7B%7D&x=a%20b%26c&[y]=\u00fc");

        assertThat(answer).startsWith("HTTP/1.1 200");
        assertThat(answer.lines().filter(line -> line.startsWith("Link:")).findFirst().orElseThrow())
                .matches("Link: <\\?[A-Za-z0-9%=&._~-]+>; rel=\"next\"").contains("limit=1", "after=", "x=%7C%5E%22%7B%7D&x=a%20b%26c", "%5By%5D=");
    }

    private List<String> search(String query) {
        return io.restassured.RestAssured.given().auth().oauth2(alice.token()).queryParam("q", query).get("/api/chat/users/").path("id");
    }
}
