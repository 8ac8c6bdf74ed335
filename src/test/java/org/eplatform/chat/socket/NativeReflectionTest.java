package org.eplatform.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.eplatform.chat.protocol.Command;
import org.eplatform.chat.protocol.Frame;
import org.junit.jupiter.api.Test;

/// What Jackson reads and writes on the socket must be declared for a native build, which only fails when such a frame is first met.
class NativeReflectionTest {

    @Test
    void everyTypeThatTheSocketReadsOrWritesIsDeclared() {
        Set<Class<?>> needed = new HashSet<>();
        collect(Command.class, needed);
        collect(Frame.class, needed);

        assertThat(Frames.class.getAnnotation(RegisterForReflection.class).targets()).containsAll(needed);
    }

    /// The sealed types, their cases, and what of the protocol these hold.
    private static void collect(Class<?> type, Set<Class<?>> found) {
        if (!type.getPackageName().equals(Frame.class.getPackageName()) || !found.add(type)) {
            return;
        }
        if (type.isSealed()) {
            Arrays.stream(type.getPermittedSubclasses()).forEach(sub -> collect(sub, found));
        }
        if (type.isRecord()) {
            Arrays.stream(type.getRecordComponents()).forEach(part -> collect(part.getType(), found));
        }
    }
}
