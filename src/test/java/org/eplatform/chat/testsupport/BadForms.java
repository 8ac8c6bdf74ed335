package org.eplatform.chat.testsupport;

import static org.eplatform.chat.testsupport.BadTokenTable.json;

import java.util.List;

/// Tokens that are no signed tokens, or whose parts are not what they must be.
final class BadForms {

    private BadForms() {}

    static void add(BadTokenTable table) {
        var good = table.issuer.token(table.audience, BadTokenTable.USER);
        var parts = good.split("\\.");
        for (var text : List.of("..", ".", "a.b.c", "null", "{}", "e30.e30.", "%00", "=.=.=")) {
            table.add("'" + text + "'", text);
        }
        table.add("a good one and a dot", good + ".");
        table.add("a good one and a fourth part", good + "." + parts[2]);
        table.add("a dot and a good one", "." + good);
        table.add("a good one with its first character changed", "*" + good.substring(1));
        table.add("encrypted, as it says", Jws.encode("{\"alg\":\"dir\",\"enc\":\"A128GCM\"}") + "..AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA");
        table.add("encrypted by a password, with many rounds",
                Jws.encode("{\"alg\":\"PBES2-HS256+A128KW\",\"enc\":\"A128GCM\",\"p2s\":\"AAAAAAAAAAA\",\"p2c\":2000000000}")
                        + ".AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA");
        table.add("crit that nobody understands", table.sign(table.with(table.header("crit", List.of("our-own")), "our-own", true), table.claims()));
        table.add("payload that is not encoded (b64)", table.sign(table.with(table.header("b64", false), "crit", List.of("b64")), table.claims()));
        table.add("payload that is a list", payload(table, "[" + json(table.claims()) + "]"));
        table.add("payload that is text", payload(table, "\"hello\""));
        table.add("payload that is nothing", payload(table, ""));
        table.add("payload with something behind it", payload(table, json(table.claims()) + "{}"));
        table.add("payload nested deep", beginning(table, "\"x\":" + "[".repeat(5_000) + "]".repeat(5_000) + ","));
        table.add("payload with the subject twice", beginning(table, "\"sub\":\"root\","));
        table.add("payload with the person twice", beginning(table, "\"platform_id\":\"root\","));
        table.add("payload with the end twice", beginning(table, "\"exp\":1,"));
        table.add("header with alg twice", table.signText(json(table.issuer.header()).replaceFirst("\\{", "{\"alg\":\"none\","), json(table.claims())));
        table.add("header that is a list", table.signText("[]", json(table.claims())));
        table.add("rightly signed, and huge", table.sign(table.issuer.header(), table.claims("groups", "g".repeat(12_500))));
    }

    private static String payload(BadTokenTable table, String payload) {
        return table.signText(json(table.issuer.header()), payload);
    }

    /// A payload that says this before all the rest.
    private static String beginning(BadTokenTable table, String text) {
        return payload(table, "{" + text + json(table.claims()).substring(1));
    }
}
