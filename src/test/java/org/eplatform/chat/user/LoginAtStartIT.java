package org.eplatform.chat.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.eplatform.chat.dev.DevDatabase;
import org.eplatform.chat.testsupport.PackagedService;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Production without an issuer, without an audience or with a default secret: the whole list is in LoginProblemsTest.
class LoginAtStartIT {

    static Stream<Arguments> unsafe() {
        return Stream.of(
                Arguments.arguments(Map.of("QUARKUS_OIDC_AUTH_SERVER_URL", ""), "Nobody says whose tokens to take"),
                Arguments.arguments(Map.of("QUARKUS_OIDC_AUTH_SERVER_URL", "", "QUARKUS_OIDC_JWKS_PATH", "http://localhost:1/keys"), "No issuer"),
                Arguments.arguments(Map.of("QUARKUS_OIDC_CLIENT_ID", ""), "No audience"),
                Arguments.arguments(Map.of("QUARKUS_OIDC_TOKEN_AUDIENCE", "any"), "QUARKUS_OIDC_TOKEN_AUDIENCE=any"),
                Arguments.arguments(Map.of("QUARKUS_OIDC_AUTH_SERVER_URL", "", "QUARKUS_OIDC_PUBLIC_KEY", "nonsense",
                        "QUARKUS_OIDC_TOKEN_ISSUER", "https://login.example"), "no RSA public key"),
                Arguments.arguments(Map.of("QUARKUS_OIDC_PAGE_CREDENTIALS_SECRET", "changeit"), "QUARKUS_OIDC_PAGE_CREDENTIALS_SECRET is a default"));
    }

    @ParameterizedTest
    @MethodSource("unsafe")
    void theServiceRefusesToStartAndSaysWhyInOneLine(Map<String, String> environment, String problem) throws Exception {
        try (var service = PackagedService.beside(DevDatabase.empty(), new HashMap<>(environment))) {
            var ended = service.runToItsEnd();

            assertThat(ended.exitCode()).isEqualTo(1);
            assertThat(ended.output().lines()).filteredOn(line -> line.contains(problem)).singleElement().asString().contains("The login is not safe.");
            assertThat(ended.output()).doesNotContain("Listening on", "\tat ", "\"exception\"");
        }
    }
}
