package org.eplatform.chat.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eplatform.chat.protocol.EphemeralEvent;
import org.eplatform.chat.protocol.StatusView;
import org.eplatform.chat.protocol.UserId;
import org.eplatform.chat.testsupport.Person;
import org.eplatform.chat.testsupport.Rows;
import org.eplatform.chat.testsupport.Socket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// P7 while the database is slow or away.
@QuarkusTest
class PresenceWithoutDatabaseTest {

    private static final Duration LONGER_THAN_A_TRY = Duration.ofSeconds(2);

    @Inject
    Presence presence;

    @Inject
    PresenceTest.Ears ears;

    @Inject
    Rows rows;

    @Inject
    AgroalDataSource database;

    @ConfigProperty(name = "quarkus.datasource.jdbc.max-size")
    int poolSize;

    private Person bob;
    private UserId bobId;

    @BeforeEach
    void people() {
        bob = Person.someone("bob");
        bobId = new UserId(bob.id());
        ears.heard().clear();
    }

    @Test
    void p7SomebodyIsSeenToComeAndGoWhileTheDatabaseIsSlow() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor(); var _ = rowLocked(bob)) {
            threads.execute(() -> presence.connected(bobId));
            await().atMost(Duration.ofSeconds(4)).untilAsserted(() -> assertThat(heardOf(bobId)).extracting(EphemeralEvent.Presence::online).containsExactly(true));

            threads.execute(() -> presence.disconnected(bobId));
            await().atMost(Duration.ofSeconds(4)).untilAsserted(() -> assertThat(heardOf(bobId)).extracting(EphemeralEvent.Presence::online).containsExactly(true, false));
        }
    }

    @Test
    void p7TheLastVisitNeverMovesBackWhileTheDatabaseDoesNotHaveItYet() throws Exception {
        // Given
        try (var threads = Executors.newVirtualThreadPerTaskExecutor(); var _ = rowLocked(bob)) {
            threads.execute(() -> presence.connected(bobId));
            await().atMost(Duration.ofSeconds(4)).until(() -> !heardOf(bobId).isEmpty());

            // When
            var told = told(bobId);

            // Then
            assertThat(told).isEqualTo(new StatusView(bobId, true, heardOf(bobId).getFirst().lastActive()));
            assertThat(presence.status(bobId)).isEqualTo(told);
        }
        presence.disconnected(bobId);
    }

    @Test
    void p7TheLastVisitIsInTheDatabaseInTheEnd() {
        Socket.of(bob).close();

        await().atMost(Duration.ofSeconds(5)).until(() -> isWritten(bob));
    }

    @Test
    void aLastVisitThatTheDatabaseCouldNotTakeIsInItOnceItCan() throws Exception {
        try (var _ = wholePool()) {
            presence.connected(bobId);
            await().pollDelay(LONGER_THAN_A_TRY).until(() -> true);
        }

        await().atMost(Duration.ofSeconds(10)).until(() -> isWritten(bob));
        presence.disconnected(bobId);
    }

    @Test
    void nobodysLastVisitWaitsForThatOfAnother() throws Exception {
        var carol = Person.someone("carol");
        try (var _ = rowLocked(bob)) {
            presence.connected(bobId);
            presence.connected(new UserId(carol.id()));

            await().atMost(Duration.ofSeconds(4)).until(() -> isWritten(carol));
        }
        await().atMost(Duration.ofSeconds(10)).until(() -> isWritten(bob));
        presence.disconnected(bobId);
        presence.disconnected(new UserId(carol.id()));
    }

    @Test
    void p7WhoIsThereIsToldWhileTheDatabaseIsAway() throws Exception {
        // Given
        presence.connected(bobId);
        StatusView told;
        try (var _ = wholePool()) {

            // When
            told = told(bobId);
        }

        // Then
        assertThat(told.online()).isTrue();
        presence.disconnected(bobId);
    }

    private boolean isWritten(Person person) {
        return rows.count("select count(last_active) from chat_user where id = ?1", person.id()) == 1;
    }

    /// Until this is closed, nobody else gets a connection to the database.
    private AutoCloseable wholePool() throws SQLException {
        var taken = new ArrayList<AutoCloseable>();
        for (int i = 0; i < poolSize; i++) {
            taken.add(database.getConnection());
        }
        return () -> {
            for (var connection : taken) {
                connection.close();
            }
        };
    }

    private StatusView told(UserId user) {
        var told = new ArrayList<StatusView>();
        presence.tell(Set.of(user), told::add);
        return told.getFirst();
    }

    private List<EphemeralEvent.Presence> heardOf(UserId user) {
        return ears.heard().stream().filter(told -> told.userId().equals(user)).toList();
    }

    /// Until this is closed, nobody can write this person's row.
    private AutoCloseable rowLocked(Person person) throws SQLException {
        var connection = database.getConnection();
        connection.setAutoCommit(false);
        try (var lock = connection.prepareStatement("select 1 from chat_user where id = ? for update")) {
            lock.setString(1, person.id());
            lock.execute();
        }
        return () -> {
            connection.rollback();
            connection.close();
        };
    }
}
