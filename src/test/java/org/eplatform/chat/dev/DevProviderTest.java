package org.eplatform.chat.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DevProviderTest {

    /// The example of RFC 7636, appendix B.
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    private static final String REDIRECT = "http://localhost:9999/chat/";

    private final HttpClient http = HttpClient.newHttpClient();
    private DevProvider provider;

    @BeforeEach
    void start() throws IOException {
        provider = DevProvider.start(0);
    }

    @AfterEach
    void stop() {
        provider.close();
        http.close();
    }

    @Test
    void aCodeWithItsVerifierBuysTokensOnce() throws Exception {
        var code = code();

        assertThat(redeem(code, VERIFIER).body()).contains("access_token", "id_token", "refresh_token");
        assertThat(redeem(code, VERIFIER).statusCode()).isEqualTo(400);
    }

    @Test
    void aCodeWithAnotherVerifierBuysNothing() throws Exception {
        assertThat(redeem(code(), "another").body()).contains("invalid_grant");
    }

    @Test
    void aCodeIsNoRefreshToken() throws Exception {
        assertThat(post("grant_type=refresh_token&client_id=chat&refresh_token=" + code()).body()).contains("invalid_grant");
    }

    @Test
    void aChallengeThatIsTheVerifierItselfIsRefused() throws Exception {
        var login = "/authorize?client_id=chat&response_type=code&user=alice&redirect_uri=" + REDIRECT + "&code_challenge=" + CHALLENGE;

        assertThat(get(login + "&code_challenge_method=plain").statusCode()).isEqualTo(400);
        assertThat(get(login).statusCode()).isEqualTo(400);
    }

    @Test
    void aCodeIsNeverSentToAnotherMachine() throws Exception {
        assertThat(get("/authorize?client_id=chat&response_type=code&user=alice&redirect_uri=https%3A%2F%2Fevil.example%2F").statusCode()).isEqualTo(400);
    }

    @Test
    void theLoginShowsThePeopleAndRepeatsNoMarkupOfTheCaller() throws Exception {
        var page = get("/authorize?client_id=chat&response_type=code&redirect_uri=" + REDIRECT + "&state=%22%3E%3Cscript%3E").body();

        assertThat(page).contains("Alice Adler", "Bob Meyer", "Carol Okafor", "Dave Lindqvist").doesNotContain("<script>");
    }

    private String code() throws Exception {
        var answer = get("/authorize?client_id=chat&response_type=code&user=alice&redirect_uri=" + REDIRECT + "&code_challenge=" + CHALLENGE + "&code_challenge_method=S256");
        return answer.headers().firstValue("location").orElseThrow().replaceFirst(".*[?&]code=([^&]+).*", "$1");
    }

    private HttpResponse<String> redeem(String code, String verifier) throws Exception {
        return post("grant_type=authorization_code&client_id=chat&code=" + code + "&code_verifier=" + verifier + "&redirect_uri=" + REDIRECT);
    }

    private HttpResponse<String> post(String form) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(provider.issuer() + "/token")).POST(HttpRequest.BodyPublishers.ofString(form)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(provider.issuer() + path)).build(), BodyHandlers.ofString());
    }
}
