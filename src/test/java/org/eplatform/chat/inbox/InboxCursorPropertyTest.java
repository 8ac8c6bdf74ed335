package org.eplatform.chat.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.eplatform.chat.protocol.InvalidField;
import org.eplatform.chat.protocol.Opaque;

/// What a cursor of the conversation list may hold reaches the database as a time and a UUID that PostgreSQL can read.
class InboxCursorPropertyTest {

    @Property
    void aCursorOfOursIsRead(@ForAll @LongRange(min = 0, max = 4_102_444_800_000_000L) long micros, @ForAll long high, @ForAll long low) {
        var time = Instant.EPOCH.plusNanos(micros % 1_000_000 * 1_000).plusSeconds(micros / 1_000_000).toString();
        var id = new UUID(high, low).toString();

        assertThat(Inbox.cursor(Opaque.pack(time, id))).isEqualTo(new Inbox.Place(time, UUID.fromString(id)));
    }

    @Property
    void anyOtherTimeIsRefused(@ForAll String time) {
        assertRefused(Opaque.pack(time, UUID.randomUUID().toString()));
    }

    @Property
    void anyOtherIdIsRefused(@ForAll String id) {
        assertRefused(Opaque.pack("2026-11-23T14:01:02.345678Z", id));
    }

    @Property
    void anyOtherTextIsRefused(@ForAll String cursor) {
        assertRefused(cursor);
    }

    /// Java reads these times, PostgreSQL does not.
    @Example
    void aTimeBeyondTheDatabasesIsRefused() {
        for (var time : List.of("+1000000000-12-31T23:59:59.999999999Z", "+300000-01-01T00:00:00Z", "-0001-01-01T00:00:00Z", "-999999999-01-01T00:00:00Z")) {
            assertRefused(Opaque.pack(time, UUID.randomUUID().toString()));
        }
    }

    private static void assertRefused(String cursor) {
        assertThatThrownBy(() -> Inbox.cursor(cursor)).isInstanceOf(InvalidField.class);
    }
}
