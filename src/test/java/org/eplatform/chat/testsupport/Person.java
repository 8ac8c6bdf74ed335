package org.eplatform.chat.testsupport;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;

/// A person of the test platform with a token, who calls the service under test over REST.
public record Person(String id, String token) {

    /// Somebody whom nobody has met, so that tests do not meet each other's conversations. Known to the chat from here on.
    public static Person someone(String name) {
        var id = name + "-" + UUID.randomUUID().toString().substring(0, 8);
        var person = new Person(id, given().queryParam("user", id).get("/dev/token").then().statusCode(200).extract().asString());
        person.get("/api/chat/conversations/").then().statusCode(200);
        return person;
    }

    /// The same person with another token, which expires after this time.
    public Person withTokenFor(Duration lifetime) {
        return new Person(id, given().queryParam("user", id).queryParam("lifetime", lifetime.toString()).get("/dev/token").then().statusCode(200).extract().asString());
    }

    /// The same person with a token that names this session of the provider.
    public Person withTokenOf(String session) {
        return new Person(id, given().queryParam("user", id).queryParam("sid", session).get("/dev/token").then().statusCode(200).extract().asString());
    }

    public Response get(String path, Object... parameters) {
        return call().get(path, parameters);
    }

    public Response post(String path, Object body) {
        return call().contentType(ContentType.JSON).body(body).post(path);
    }

    /// The id of the direct conversation with this other person.
    public String conversationWith(Person other) {
        // A busy machine may answer `busy`, and means: again, later.
        var answer = Awaitility.await("a conversation").atMost(Duration.ofSeconds(20))
                .until(() -> post("/api/chat/conversations/start_conversation/", Map.of("userId", other.id)), started -> started.statusCode() != 503);
        return answer.then().extract().path("id");
    }

    public Response say(String conversation, String text) {
        return say(conversation, UUID.randomUUID().toString(), text);
    }

    public Response say(String conversation, String clientId, String text) {
        return post("/api/chat/conversations/" + conversation + "/add_message/", Map.of("clientId", clientId, "body", text));
    }

    private RequestSpecification call() {
        return given().auth().oauth2(token);
    }
}
