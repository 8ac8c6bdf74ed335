package org.eplatform.chat.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.eplatform.chat.protocol.UserId;
import org.eplatform.chat.testsupport.Rows;
import org.junit.jupiter.api.Test;

@QuarkusTest
class UsersTest {

    private static final String STORED = "select name || ',' || coalesce(username, '-') || ',' || coalesce(avatar_url, '-') from chat_user where id = ?1";

    @Inject
    Users users;

    @Inject
    Rows rows;

    private final UserId id = new UserId("u-" + UUID.randomUUID());

    @Test
    void aTokenThatSaysLessTakesNothingAway() {
        users.remember(new Profile(id, "Ada Byron", "ada", "https://people.example/ada.png"));

        users.remember(new Profile(id, null, null, null));

        assertThat(rows.text(STORED, id.value())).isEqualTo("Ada Byron,ada,https://people.example/ada.png");
    }

    @Test
    void whatATokenSaysAnewIsTaken() {
        users.remember(new Profile(id, "Ada Byron", "ada", null));

        users.remember(new Profile(id, "Ada Lovelace", null, "https://people.example/ada.png"));

        assertThat(rows.text(STORED, id.value())).isEqualTo("Ada Lovelace,ada,https://people.example/ada.png");
    }

    @Test
    void somebodyWithoutANameIsCalledByTheirId() {
        users.remember(new Profile(id, null, null, null));

        assertThat(rows.text(STORED, id.value())).isEqualTo(id.value() + ",-,-");
    }

    @Test
    void somebodyWithAUserNameAloneIsCalledByThat() {
        users.remember(new Profile(id, null, "ada", null));

        assertThat(rows.text(STORED, id.value())).isEqualTo("ada,ada,-");
    }
}
