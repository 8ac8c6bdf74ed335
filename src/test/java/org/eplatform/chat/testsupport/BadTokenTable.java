package org.eplatform.chat.testsupport;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import org.jose4j.json.JsonUtil;

/// The rows so far, and how one differs from a good token.
final class BadTokenTable {

    static final String USER = "alice";

    final List<BadToken> rows = new ArrayList<>();
    final Issuer issuer;
    final String audience;

    BadTokenTable(Issuer issuer, String audience) {
        this.issuer = issuer;
        this.audience = audience;
    }

    void add(String name, String token) {
        rows.add(new BadToken(name, token));
    }

    void addClaim(String claim, Object value) {
        var shown = String.valueOf(value).replaceAll("\\p{Cntrl}", "?");
        add(claim + " " + value.getClass().getSimpleName() + " " + (shown.length() > 40 ? shown.substring(0, 40) + "..." : shown), addTo(claim, value));
    }

    void addWithout(String claim) {
        add("no " + claim, sign(issuer.header(), without(claims(), claim)));
    }

    /// A value that no library would write.
    void addRaw(String claim, String value) {
        add(claim + " " + value.replace("\\", ""), signText(json(issuer.header()), json(without(claims(), claim)).replaceFirst("\\{", "{\"" + claim + "\":"
                + Matcher.quoteReplacement(value) + ",")));
    }

    String addTo(String claim, Object value) {
        return sign(issuer.header(), claims(claim, value));
    }

    Map<String, Object> claims() {
        return issuer.claims(audience, USER);
    }

    Map<String, Object> claims(String claim, Object value) {
        return with(claims(), claim, value);
    }

    Map<String, Object> header(String name, Object value) {
        return with(issuer.header(), name, value);
    }

    Map<String, Object> with(Map<String, Object> fields, String name, Object value) {
        return changed(fields, copy -> copy.put(name, value));
    }

    Map<String, Object> without(Map<String, Object> fields, String name) {
        return changed(fields, copy -> copy.remove(name));
    }

    private static Map<String, Object> changed(Map<String, Object> fields, Consumer<Map<String, Object>> change) {
        var copy = new LinkedHashMap<>(fields);
        change.accept(copy);
        return copy;
    }

    String sign(Map<String, Object> header, Map<String, Object> claims) {
        return issuer.sign(header, claims);
    }

    String signText(String header, String payload) {
        return issuer.signText(header, payload);
    }

    static String json(Map<String, Object> fields) {
        return JsonUtil.toJson(fields);
    }
}
