package org.eplatform.chat.helm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Values that only one test has.
final class Values {

    private Values() {}

    static Path of(String yaml) {
        try {
            var file = Files.createTempFile("values", ".yaml");
            file.toFile().deleteOnExit();
            return Files.writeString(file, yaml);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
