package org.eplatform.chat.database;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SchemaTest {

    @Inject
    EntityManagerFactory entities;

    @Test
    void theEntitiesFitTheTablesThatTheMigrationsMake() {
        assertThatCode(() -> entities.getSchemaManager().validate()).doesNotThrowAnyException();
    }
}
