package org.eplatform.chat.limit;

import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.util.Arrays;

/// Where a call comes from, as a limit tells places apart: an IPv4 address, or the first half of an IPv6 address, since the other half is the caller's to choose.
/// A proxy's word for it counts only when Quarkus trusts that proxy (`quarkus.http.proxy.*`): the request then has the address already.
public record ClientAddress(String network) {

    private static final int NETWORK_BYTES = 8;

    public static ClientAddress of(HttpServerRequest request) {
        var peer = request.remoteAddress();
        // A socket of the machine itself has none.
        return peer == null ? new ClientAddress("") : of(peer.hostAddress() == null ? peer.host() : peer.hostAddress());
    }

    @Override
    public String toString() {
        return network;
    }

    static ClientAddress of(String host) {
        if (host == null) {
            return new ClientAddress("");
        }
        try {
            var address = InetAddress.ofLiteral(host);
            var bytes = address.getAddress();
            return new ClientAddress(bytes.length > NETWORK_BYTES ? Arrays.toString(Arrays.copyOf(bytes, NETWORK_BYTES)) : address.getHostAddress());
        } catch (IllegalArgumentException noAddress) {
            return new ClientAddress(host);
        }
    }
}
