package org.eplatform.chat.user;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.eplatform.chat.testsupport.BadToken;
import org.eplatform.chat.testsupport.ForeignLogin;
import org.eplatform.chat.testsupport.ForeignProvider;
import org.eplatform.chat.testsupport.Issuer;
import org.eplatform.chat.testsupport.Person;
import org.eplatform.chat.testsupport.RawSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever is wrong with a token, the answer is the same, on REST and at the socket's handshake, and nobody is called because of it.
@QuarkusTest
@TestProfile(ForeignLogin.class)
class BadTokensTest {

    private static final String PATH = "/api/chat/conversations/";
    private static final String REFUSAL = "{\"type\":\"urn:eplatform:chat:error:unauthenticated\",\"title\":\"A valid access token is needed\",\"status\":401,"
            + "\"detail\":\"Send a valid access token of the platform's provider.\",\"code\":\"unauthenticated\",\"traceId\":\"";

    private static ForeignProvider stranger;
    private static Instant begin;
    private static int fetchesAtBegin;

    /// Made once: a test names the row, and says the same of it on both ways.
    private static List<BadToken> table;

    @BeforeAll
    static void begin() throws IOException {
        stranger = ForeignProvider.start();
        begin = Instant.now();
        fetchesAtBegin = ForeignLogin.keyFetches();
        table = BadToken.all(ForeignLogin.rsa(), ForeignLogin.ellipticCurve(), ForeignLogin.AUDIENCE,
                "http://localhost:" + URI.create(stranger.issuer()).getPort());
    }

    @AfterAll
    static void nobodyWasCalledForThem() {
        assertThat(stranger.requests()).as("calls of an address that a token named").isZero();
        // For the API and for the page, each at most every 30 s.
        assertThat(ForeignLogin.keyFetches() - fetchesAtBegin).as("fetches of the provider's keys")
                .isLessThanOrEqualTo(2 * (1 + (int) (Duration.between(begin, Instant.now()).toSeconds() / 30)));
        stranger.close();
    }

    static Stream<BadToken> badTokens() {
        return table.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    void aBadTokenIsRefusedOnRest(BadToken bad) {
        var answer = ask(bad.token());

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(401);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.headers().getValues("WWW-Authenticate")).containsExactly("Bearer error=\"invalid_token\"");
        assertThat(withoutTraceId(answer.asString())).isEqualTo(REFUSAL);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    void aBadTokenIsRefusedAtTheHandshake(BadToken bad) throws IOException {
        try (var socket = new RawSocket(new Person("mallory", bad.token()))) {
            assertThat(socket.answer()).startsWith("HTTP/1.1 401").containsIgnoringCase("\r\ncontent-type: application/problem+json")
                    .containsIgnoringCase("\r\nwww-authenticate: Bearer error=\"invalid_token\"\r\n");
            assertThat(withoutTraceId(socket.refusal())).isEqualTo(REFUSAL);
        }
    }

    static Stream<BadToken> goodTokens() {
        return Stream.of(ForeignLogin.rsa(), ForeignLogin.ellipticCurve()).flatMap(issuer -> Stream.of(
                good(issuer, "as the provider makes it", Map.of(), Map.of()),
                good(issuer, "RFC 9068", Map.of("typ", "at+jwt"), Map.of()),
                good(issuer, "RFC 9068, in full", Map.of("typ", "application/at+JWT"), Map.of("nonce", "of a login")),
                good(issuer, "Keycloak's", Map.of(), Map.of("typ", "Bearer", "nonce", "as it was until Keycloak 24")),
                good(issuer, "Cognito's", Map.of(), Map.of("token_use", "access")),
                good(issuer, "for several audiences", Map.of(), Map.of("aud", List.of("account", ForeignLogin.AUDIENCE))),
                good(issuer, "of a platform that counts its people", Map.of(), Map.of(Issuer.USER_ID, 42))));
    }

    private static BadToken good(Issuer issuer, String name, Map<String, Object> header, Map<String, Object> claims) {
        var allHeader = issuer.header();
        allHeader.putAll(header);
        var allClaims = issuer.claims(ForeignLogin.AUDIENCE, "good");
        allClaims.putAll(claims);
        return new BadToken(name + ", " + issuer.key().getAlgorithm(), issuer.sign(allHeader, allClaims));
    }

    /// What the table would prove little without.
    @ParameterizedTest(name = "{0}")
    @MethodSource("goodTokens")
    void aGoodTokenIsTaken(BadToken good) throws IOException {
        assertThat(ask(good.token()).statusCode()).isEqualTo(200);
        try (var socket = new RawSocket(new Person("good", good.token()))) {
            assertThat(socket.answer()).startsWith("HTTP/1.1 101");
        }
    }

    @Test
    void aRefusedCallLeavesItsConnectionToTheNext() throws Exception {
        try (var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var call = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + PATH + "start_conversation/")).timeout(Duration.ofSeconds(10))
                    .header("Authorization", "Bearer ..").POST(BodyPublishers.ofString("x".repeat(100_000))).build();
            for (int i = 0; i < 3; i++) {
                assertThat(http.send(call, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
            }
        }
    }

    /// It never reaches what looks at tokens. The answer comes, and the connection ends, while the rest of it is still being sent: who notices the end first never
    /// reads the answer.
    @Test
    void aTokenOfAMegabyteIsTooLongAHeader() {
        var status = new AtomicInteger();

        var cut = catchThrowable(() -> status.set(ask("x".repeat(1_000_000)).statusCode()));

        if (cut == null) {
            assertThat(status).hasValue(431);
        } else {
            assertThat(cut).isInstanceOf(SocketException.class);
        }
    }

    static Stream<BadToken> tokensOfAClockThatIsOff() {
        long now = Instant.now().getEpochSecond();
        return Stream.of(good(ForeignLogin.rsa(), "behind ours", Map.of(), Map.of("iat", now - 300, "exp", now - 2)),
                good(ForeignLogin.rsa(), "before ours", Map.of(), Map.of("iat", now + 2, "nbf", now + 2)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tokensOfAClockThatIsOff")
    void aClockThatIsSomeSecondsOffIsForgiven(BadToken good) {
        assertThat(ask(good.token()).statusCode()).isEqualTo(200);
    }

    @Test
    void aPersonWhoIsANumberIsTheirDigits() {
        ask(good(ForeignLogin.rsa(), "counted", Map.of(), Map.of(Issuer.USER_ID, 42)).token());

        given().auth().oauth2(ForeignLogin.rsa().token(ForeignLogin.AUDIENCE, "someone")).get("/api/chat/users/42/status/").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"quarkus-http-upgrade", "quarkus-http-upgrade%23Authorization", "quarkus-http-upgrade%23Authorization%23Bearer%20%zz",
            "quarkus-http-upgrade%23Authorization%23Basic%20YTpi", "quarkus-http-upgrade%23X-Forwarded-For%2310.0.0.1", "quarkus-http-upgrade%23Cookie%23a%3Db"})
    void aSubprotocolThatCarriesSomethingElseThanATokenIsRefused(String carrier) throws IOException {
        try (var socket = RawSocket.offering("chat.v1, " + carrier)) {
            assertThat(socket.answer()).startsWith("HTTP/1.1 401");
            assertThat(withoutTraceId(socket.refusal())).isEqualTo(REFUSAL);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"chat.v1", "chat.v1, something-else"})
    void aHandshakeWithoutATokenIsToldSo(String subprotocols) throws IOException {
        try (var socket = RawSocket.offering(subprotocols)) {
            assertThat(socket.answer()).startsWith("HTTP/1.1 401").containsIgnoringCase("\r\nwww-authenticate: Bearer\r\n");
            assertThat(withoutTraceId(socket.refusal())).isEqualTo(REFUSAL);
        }
    }

    @Test
    void whoSendsTwoTokensIsRefused() throws IOException {
        var one = ForeignLogin.rsa().token(ForeignLogin.AUDIENCE, "one");
        var other = ForeignLogin.rsa().token(ForeignLogin.AUDIENCE, "other");

        assertThat(given().header("Authorization", "Bearer " + one, "Bearer " + other).get(PATH).statusCode()).isEqualTo(401);
        try (var socket = new RawSocket(new Person("one", one), "Authorization: Bearer " + other)) {
            assertThat(socket.answer()).startsWith("HTTP/1.1 401");
        }
    }

    private static Response ask(String token) {
        return given().header("Authorization", "Bearer " + token).get(PATH);
    }

    private static String withoutTraceId(String problem) {
        return problem.replaceFirst("(?<=\"traceId\":\")[0-9a-f]{32}\"}$", "");
    }
}
