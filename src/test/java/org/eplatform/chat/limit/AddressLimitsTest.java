package org.eplatform.chat.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.eplatform.chat.testsupport.Person;
import org.eplatform.chat.testsupport.RawSocket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is limited by where it comes from, behind a proxy that is trusted to say so.
@QuarkusTest
@TestProfile(AddressLimitsTest.BehindAProxy.class)
class AddressLimitsTest {

    private static final AtomicInteger HOSTS = new AtomicInteger();
    private static final Person STRANGER = new Person("nobody", "not-a-token");
    private static final Person ANONYMOUS = new Person("nobody", null);

    public static class BehindAProxy implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.http.proxy.proxy-address-forwarding", "true", "quarkus.http.proxy.trusted-proxies", "127.0.0.1,0:0:0:0:0:0:0:1",
                    "chat.limit.handshakes.burst", "3", "chat.limit.handshakes.refill", "1h",
                    "chat.limit.handshakes-from-address.burst", "4", "chat.limit.handshakes-from-address.refill", "1h",
                    "chat.limit.failed-logins.burst", "2", "chat.limit.failed-logins.refill", "1h");
        }
    }

    private String here;

    @BeforeEach
    void anotherPlace() {
        here = "198.51.100." + HOSTS.incrementAndGet();
    }

    @Test
    void onePersonMayNotConnectAllTheTimeFromWhereverItIs() throws IOException {
        var alice = Person.someone("alice");
        for (int i = 0; i < 3; i++) {
            assertThat(handshake(alice, "203.0.113." + i)).startsWith("HTTP/1.1 101");
        }

        assertThat(handshake(alice, here)).startsWith("HTTP/1.1 429").containsPattern("(?i)retry-after: 3[0-9]{3}\r\n");
    }

    @Test
    void manyPeopleAtOneAddressShareWhatItHas() throws IOException {
        for (int i = 0; i < 4; i++) {
            assertThat(handshake(Person.someone("someone"), here)).startsWith("HTTP/1.1 101");
        }

        assertThat(handshake(Person.someone("alice"), here)).startsWith("HTTP/1.1 429");
        assertThat(handshake(Person.someone("bob"), "2001:db8::1")).startsWith("HTTP/1.1 101");
    }

    @Test
    void callsAndHandshakesWithoutAValidTokenCountTogether() throws IOException {
        assertThat(call(STRANGER)).isEqualTo(401);
        assertThat(handshake(STRANGER, here)).startsWith("HTTP/1.1 401");

        assertThat(call(STRANGER)).isEqualTo(429);
        assertThat(handshake(STRANGER, here)).startsWith("HTTP/1.1 429").containsPattern("(?i)retry-after: 3[0-9]{3}\r\n");
    }

    @Test
    void handshakesWithoutAnyTokenCountToo() throws IOException {
        for (int i = 0; i < 2; i++) {
            assertThat(handshake(ANONYMOUS, here)).startsWith("HTTP/1.1 401");
        }

        assertThat(handshake(ANONYMOUS, here)).startsWith("HTTP/1.1 429").containsPattern("(?i)retry-after: 3[0-9]{3}\r\n");
    }

    @Test
    void aValidTokenIsNotRefusedForWhatOthersDoAtTheSameAddress() throws IOException {
        for (int i = 0; i < 3; i++) {
            call(STRANGER);
        }
        var alice = Person.someone("alice");

        assertThat(call(alice)).isEqualTo(200);
        assertThat(handshake(alice, here)).startsWith("HTTP/1.1 101");
    }

    private int call(Person person) {
        return RestAssured.given().auth().oauth2(person.token()).header("X-Forwarded-For", here).get("/api/chat/conversations/").statusCode();
    }

    private static String handshake(Person person, String address) throws IOException {
        try (var socket = new RawSocket(person, "X-Forwarded-For: " + address)) {
            return socket.answer();
        }
    }
}
