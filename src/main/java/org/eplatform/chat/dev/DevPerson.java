package org.eplatform.chat.dev;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Somebody on the development platform. `hue` is the avatar's, in degrees; `locale` the language of their account, or null.
public record DevPerson(String id, String fullName, int hue, String locale) {

    /// Those who are there from the start.
    public static final List<DevPerson> KNOWN = List.of(new DevPerson("alice", "Alice Adler", 265, null), new DevPerson("bob", "Bob Meyer", 150, null),
            new DevPerson("carol", "Carol Okafor", 30, null), new DevPerson("dave", "Dave Lindqvist", 340, null), new DevPerson("erin", "إيرين حداد", 200, "ar-EG"));

    /// One of them, or somebody new of that id: tests and load need many people. Empty when the id is not a plain word.
    public static Optional<DevPerson> find(String id) {
        if (id == null || !id.matches("[a-z0-9][a-z0-9._-]{0,63}")) {
            return Optional.empty();
        }
        return KNOWN.stream().filter(person -> person.id.equals(id)).findAny()
                .or(() -> Optional.of(new DevPerson(id, id.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + id.substring(1), Math.floorMod(id.hashCode(), 360), null)));
    }

    /// The standard claims of OpenID Connect Core, 5.1, and the roles: `admin` and those whose id begins with `admin-` are administrators.
    Map<String, Object> claims(String issuer) {
        var claims = new HashMap<String, Object>(Map.of("sub", id, "name", fullName, "preferred_username", id, "picture", issuer + "/avatars/" + id + ".svg",
                "groups", id.equals("admin") || id.startsWith("admin-") ? List.of("chat-admin") : List.of()));
        if (locale != null) {
            claims.put("locale", locale);
        }
        return claims;
    }

    String avatar() {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 80" width="80" height="80">
                <rect width="80" height="80" fill="oklch(62%% 0.11 %1$d)"/><circle cx="40" cy="31" r="15" fill="oklch(93%% 0.03 %1$d)"/>
                <path d="M8 80a32 28 0 0 1 64 0z" fill="oklch(93%% 0.03 %1$d)"/></svg>""".formatted(hue);
    }
}
