package org.eplatform.chat.presence;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eplatform.chat.database.Queries;
import org.eplatform.chat.protocol.UserId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// P7: who is connected to another replica, here one that the test writes down.
@QuarkusTest
@TestProfile(LeaseTableTest.Several.class)
class LeaseTableTest {

    public static class Several implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("chat.relay", "postgres");
        }
    }

    private final UUID other = UUID.randomUUID();

    @Inject
    LeaseTable table;

    @Inject
    Queries queries;

    @BeforeEach
    void anotherReplicaLives() {
        queries.change("insert into replica (id, alive_until) values (?, clock_timestamp() + interval '1 hour')", statement -> statement.setObject(1, other));
    }

    @AfterEach
    void itIsForgotten() {
        queries.change("delete from presence_lease where replica = ?", statement -> statement.setObject(1, other));
        queries.change("delete from replica where id = ?", statement -> statement.setObject(1, other));
    }

    @Test
    void everybodyIsLookedUpHoweverManyTheyAre() {
        var people = IntStream.rangeClosed(0, LeaseTable.AT_ONCE).mapToObj(i -> new UserId("leased-" + i)).collect(Collectors.toSet());
        connect(people);

        assertThat(table.elsewhere(people)).isEqualTo(people);
    }

    @Test
    void whoIsAtAReplicaThatIsDeadIsNowhereAndStillKnownToHaveBeenThere() {
        connect(Set.of(new UserId("leased")));

        queries.change("update replica set alive_until = clock_timestamp() - interval '1 second' where id = ?", statement -> statement.setObject(1, other));

        assertThat(table.others()).doesNotContain(other);
        assertThat(table.elsewhere(Set.of(new UserId("leased")))).isEmpty();
        assertThat(table.people(List.of(other))).containsExactly(new UserId("leased"));
    }

    @Test
    void aReplicaThatLivesIsOneOfTheOthers() {
        assertThat(table.others()).contains(other);
        assertThat(table.people(List.of())).isEmpty();
    }

    private void connect(Set<UserId> people) {
        queries.change("insert into presence_lease (user_id, replica) select u, ? from unnest(?) u", statement -> {
            statement.setObject(1, other);
            statement.setObject(2, people.stream().map(UserId::value).toArray(String[]::new));
        });
    }
}
