package org.eplatform.chat.testsupport;

import java.util.List;

/// Tokens that open nothing (RFC 8725), each wrong in one thing alone. `name` says what.
public record BadToken(String name, String token) {

    /// @param rsa a provider that the service trusts; it has an RSA key
    /// @param ellipticCurve the same provider's other key
    /// @param stranger an address that no token may make the service call
    public static List<BadToken> all(Issuer rsa, Issuer ellipticCurve, String audience, String stranger) {
        var table = new BadTokenTable(rsa, audience);
        BadSignatures.add(table, ellipticCurve, stranger);
        BadForms.add(table);
        BadClaims.add(table);
        return List.copyOf(table.rows);
    }

    @Override
    public String toString() {
        return name;
    }
}
