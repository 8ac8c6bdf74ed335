package org.eplatform.chat.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.awaitility.Awaitility;
import org.eplatform.chat.dev.DevDatabase;
import org.eplatform.chat.testsupport.ForeignProvider;
import org.eplatform.chat.testsupport.Issuer;
import org.eplatform.chat.testsupport.PackagedService;
import org.eplatform.chat.testsupport.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The packaged service beside a provider that it was not made for: other keys, other claims, another claim for the person. It needs configuration only.
class ForeignProviderIT {

    private static final String PATH = "/api/chat/conversations/";
    private static final String AUDIENCE = "https://chat.platform.example";
    /// The bar is 60 s, on a machine that does more than this test.
    private static final Duration ROTATION = Duration.ofSeconds(60);

    private ForeignProvider provider;
    private Issuer issuer;

    @BeforeEach
    void provider() throws IOException {
        provider = ForeignProvider.start();
        issuer = Issuer.withEllipticCurve(provider.issuer());
        provider.publish(issuer);
    }

    @AfterEach
    void close() {
        provider.close();
    }

    @Test
    void byDiscoveryItsKeysAreFoundFollowedAndKept() throws Exception {
        try (var service = service(Map.of("QUARKUS_OIDC_AUTH_SERVER_URL", provider.issuer(), "QUARKUS_OIDC_CLIENT_ID", "platform-pages"))) {
            service.startProcess();
            assertSpeaksAs(service, issuer, "person-17");

            assertKnownKeysWorkWithoutTheProvider(service);
            var next = Issuer.withEllipticCurve(provider.issuer());
            provider.publish(next);
            assertNextKeyIsTakenAndTheFirstRefused(service, next);
            assertUnknownKeysDoNotFloodTheProvider(service);
        }
    }

    private void assertKnownKeysWorkWithoutTheProvider(PackagedService service) throws IOException {
        provider.goAway();

        assertThat(service.get(PATH, Issuer.withEllipticCurve(provider.issuer()).token(AUDIENCE, "mallory")).statusCode()).isEqualTo(401);
        assertSpeaksAs(service, issuer, "person-18");
        assertThat(service.status("/q/health/ready")).isEqualTo(200);
        provider.comeBack();
    }

    private void assertNextKeyIsTakenAndTheFirstRefused(PackagedService service, Issuer next) {
        Awaitility.await("the next key").atMost(ROTATION).pollInterval(Duration.ofSeconds(1))
                .until(() -> service.get(PATH, next.token(AUDIENCE, "person-17")).statusCode() == 200);
        assertThat(service.get(PATH, issuer.token(AUDIENCE, "person-17")).statusCode()).as("signed with a withdrawn key").isEqualTo(401);
    }

    private void assertUnknownKeysDoNotFloodTheProvider(PackagedService service) {
        int before = provider.requests();
        for (int i = 0; i < 100; i++) {
            service.get(PATH, Issuer.withEllipticCurve(provider.issuer()).token(AUDIENCE, "mallory"));
        }
        // One for the keys of either use, of the API and of the page, and as many by the clock meanwhile.
        assertThat(provider.requests() - before).isLessThanOrEqualTo(4);
    }

    @Test
    void aKeyThatIsWithdrawnIsRefusedWithinAMinuteThoughNobodyUsesAnother() throws Exception {
        try (var service = service(Map.of("QUARKUS_OIDC_AUTH_SERVER_URL", provider.issuer(), "QUARKUS_OIDC_CLIENT_ID", "platform-pages"))) {
            service.startProcess();
            assertThat(service.get(PATH, issuer.token(AUDIENCE, "person-17")).statusCode()).isEqualTo(200);

            provider.publish(Issuer.withEllipticCurve(provider.issuer()));

            Awaitility.await("refused").atMost(ROTATION).pollInterval(Duration.ofSeconds(1))
                    .until(() -> service.get(PATH, issuer.token(AUDIENCE, "person-17")).statusCode() == 401);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"alone", "beside the address of the provider"})
    void byAnAddressOfItsKeysNothingElseIsAskedFor(String how) throws Exception {
        var address = how.equals("alone") ? Map.of("QUARKUS_OIDC_JWKS_PATH", provider.keysAddress())
                : Map.of("QUARKUS_OIDC_JWKS_PATH", provider.keysAddress(), "QUARKUS_OIDC_AUTH_SERVER_URL", provider.issuer(), "QUARKUS_OIDC_DISCOVERY_ENABLED", "false",
                        "QUARKUS_OIDC_CLIENT_ID", "platform-pages");
        var environment = new HashMap<>(address);
        environment.put("QUARKUS_OIDC_TOKEN_ISSUER", provider.issuer());
        try (var service = service(environment)) {
            service.startProcess();

            assertSpeaksAs(service, issuer, "person-17");
            assertThat(provider.requests()).isEqualTo(provider.requests("/realms/platform/certs"));
            assertThePageSaysThatNobodyCanSignIn(service);
        }
    }

    @Test
    void byOnePublicKeyNobodyIsAsked() throws Exception {
        var rsa = Issuer.withRsa("https://login.platform.example");
        var pem = "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder().encodeToString(((PublicKey) rsa.key().getKey()).getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
        try (var service = service(Map.of("QUARKUS_OIDC_PUBLIC_KEY", pem, "QUARKUS_OIDC_TOKEN_ISSUER", rsa.name()))) {
            service.startProcess();

            assertSpeaksAs(service, rsa, "person-17");
            assertThat(service.get(PATH, Issuer.withRsa(rsa.name()).token(AUDIENCE, "mallory")).statusCode()).isEqualTo(401);
            assertThePageSaysThatNobodyCanSignIn(service);
        }
    }

    @Test
    void aProviderThatIsNotThereYetIsWaitedFor() throws Exception {
        provider.goAway();
        try (var service = service(Map.of("QUARKUS_OIDC_AUTH_SERVER_URL", provider.issuer(), "QUARKUS_OIDC_CLIENT_ID", "platform-pages"))) {
            service.startProcess("/q/health/live");
            var early = service.get(PATH, issuer.token(AUDIENCE, "person-17"));
            assertThat(early.statusCode()).isEqualTo(503);
            assertThat(early.headers().firstValue("retry-after")).isPresent();
            assertThat(early.body()).contains("\"code\":\"busy\"");
            assertThat(service.get("/chat/", "").statusCode()).isEqualTo(503);
            assertThat(service.get("/q/health/ready", "").body()).contains("\"login\"", "DOWN");

            provider.comeBack();

            Awaitility.await("ready").atMost(ROTATION).untilAsserted(() -> assertThat(service.status("/q/health/ready")).isEqualTo(200));
            assertSpeaksAs(service, issuer, "person-17");
        }
    }

    private static PackagedService service(Map<String, String> login) throws IOException {
        var environment = new HashMap<>(Map.of("QUARKUS_OIDC_AUTH_SERVER_URL", "", "QUARKUS_OIDC_CLIENT_ID", "", "QUARKUS_OIDC_TOKEN_AUDIENCE", AUDIENCE,
                "CHAT_USER_ID_CLAIM", Issuer.USER_ID));
        environment.putAll(login);
        return PackagedService.beside(DevDatabase.empty(), environment);
    }

    /// On REST and on the socket, under the platform's own name of the person.
    private static void assertSpeaksAs(PackagedService service, Issuer issuer, String person) {
        var token = issuer.token(AUDIENCE, person);
        assertThat(service.get(PATH, token).statusCode()).isEqualTo(200);
        try (var socket = Socket.connect(service.socketAddress(), token)) {
            assertThat(socket.await("welcome").path("userId").asText()).isEqualTo(person);
        } catch (CompletionException refused) {
            throw new AssertionError("no socket for " + person, refused);
        }
    }

    private static void assertThePageSaysThatNobodyCanSignIn(PackagedService service) {
        assertThat(service.status("/chat/")).isEqualTo(401);
        assertThat(service.status("/chat/session")).isEqualTo(401);
        assertThat(service.status("/q/health/ready")).isEqualTo(200);
    }
}
