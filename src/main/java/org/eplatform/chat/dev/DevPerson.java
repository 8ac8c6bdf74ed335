package org.eplatform.chat.dev;

import java.util.Map;

/// The people of the development platform. Their ids are their names in lower case.
public enum DevPerson {
    ALICE("Alice Adler", 265), BOB("Bob Meyer", 150), CAROL("Carol Okafor", 30), DAVE("Dave Lindqvist", 340), ERIN("إيرين حداد", 200);

    private final String fullName;
    private final int hue;

    DevPerson(String fullName, int hue) {
        this.fullName = fullName;
        this.hue = hue;
    }

    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public String fullName() {
        return fullName;
    }

    public static java.util.Optional<DevPerson> find(String id) {
        return java.util.Arrays.stream(values()).filter(person -> person.id().equals(id)).findAny();
    }

    /// The standard claims of OpenID Connect Core, 5.1.
    Map<String, Object> claims(String issuer) {
        return Map.of("sub", id(), "name", fullName, "preferred_username", id(), "picture", issuer + "/avatars/" + id() + ".svg");
    }

    String avatar() {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 80" width="80" height="80">
                <rect width="80" height="80" fill="oklch(62%% 0.11 %1$d)"/><circle cx="40" cy="31" r="15" fill="oklch(93%% 0.03 %1$d)"/>
                <path d="M8 80a32 28 0 0 1 64 0z" fill="oklch(93%% 0.03 %1$d)"/></svg>""".formatted(hue);
    }
}
