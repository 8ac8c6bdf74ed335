package org.eplatform.chat.user;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The token in the headers of a handshake: browsers can put it into a subprotocol alone, from where the framework copies it to where others have it.
public final class HandshakeToken {

    private static final String SUBPROTOCOLS = "Sec-WebSocket-Protocol";

    private HandshakeToken() {}

    /// The subprotocols that carry a header.
    static Stream<String> carriers(MultiMap headers) {
        return subprotocols(headers).filter(HandshakeToken::isCarrier);
    }

    /// Takes it out of both, once it has been checked: the framework keeps a copy of the headers as long as the socket is open, twice a kilobyte, and a secret.
    public static void forget(MultiMap headers) {
        headers.remove(HttpHeaders.AUTHORIZATION);
        if (carriers(headers).findAny().isPresent()) {
            headers.set(SUBPROTOCOLS, subprotocols(headers).filter(protocol -> !isCarrier(protocol)).collect(Collectors.joining(", ")));
        }
    }

    private static boolean isCarrier(String subprotocol) {
        return subprotocol.startsWith("quarkus-http-upgrade");
    }

    private static Stream<String> subprotocols(MultiMap headers) {
        return headers.getAll(SUBPROTOCOLS).stream().flatMap(list -> Arrays.stream(list.split(","))).map(String::strip);
    }
}
