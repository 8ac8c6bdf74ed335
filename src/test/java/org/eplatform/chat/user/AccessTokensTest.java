package org.eplatform.chat.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eplatform.chat.testsupport.Issuer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the settings change; BadTokensTest has the rest.
class AccessTokensTest {

    private static final Issuer PROVIDER = Issuer.withEllipticCurve("https://login.example");

    @ParameterizedTest
    @CsvSource(nullValues = "none", value = {"chat-app, chat-api, true", "none, chat-api, true", "chat-app, chat-app, false",
            "chat-app, 'chat-app,chat-api', false"})
    void aTokenWithoutAnyMarkIsTakenWhereIdTokensHaveAnotherAudience(String client, String audience, boolean taken) throws Exception {
        var tokens = tokens(false, client, List.of(audience.split(",")));

        assertThat(tokens.validate(token(Map.of(), "scope", "client_id")) == null).isEqualTo(taken);
    }

    @Test
    void whatIsMarkedAsAnotherTokenIsRefusedWhateverTheAudience() throws Exception {
        var tokens = tokens(false, "chat-app", List.of("chat-api"));

        assertThat(tokens.validate(token(Map.of("typ", "logout+jwt")))).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"at+jwt, true", "application/at+jwt, true", "JWT, false"})
    void whereOnlyRfc9068IsTakenTheHeaderDecides(String type, boolean taken) throws Exception {
        var tokens = tokens(true, "chat-app", List.of("chat-api"));

        assertThat(tokens.validate(token(Map.of("typ", type))) == null).isEqualTo(taken);
    }

    private static AccessTokens tokens(boolean atJwtOnly, String client, List<String> audience) {
        return new AccessTokens(() -> atJwtOnly, () -> Issuer.USER_ID, Optional.ofNullable(client), Optional.of(audience), 5);
    }

    private static JwtContext token(Map<String, Object> header, String... leftOut) throws Exception {
        var allHeader = PROVIDER.header();
        allHeader.putAll(header);
        var claims = PROVIDER.claims("chat-api", "alice");
        claims.keySet().removeAll(List.of(leftOut));
        return new JwtConsumerBuilder().setSkipDefaultAudienceValidation().setVerificationKey(PROVIDER.key().getKey()).build()
                .process(PROVIDER.sign(allHeader, claims));
    }
}
