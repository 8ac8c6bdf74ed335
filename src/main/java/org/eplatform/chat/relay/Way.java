package org.eplatform.chat.relay;

/// How news goes between replicas, besides the database that has it all.
enum Way {

    TELLING("tell others by Redis"),
    HEARING("hear others by Redis"),
    LISTENING("hear others by LISTEN");

    private final String what;

    Way(String what) {
        this.what = what;
    }

    /// What a replica can do by it, in words.
    String what() {
        return what;
    }
}
