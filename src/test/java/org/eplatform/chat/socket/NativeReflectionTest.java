package org.eplatform.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.eplatform.chat.protocol.Command;
import org.eplatform.chat.protocol.Frame;
import org.junit.jupiter.api.Test;

/// What Jackson reads and writes must be declared for a native build, which only fails when such a frame is first met.
class NativeReflectionTest {

    private static final String OURS = "org.eplatform.chat.";

    @Test
    void everyTypeThatTheSocketReadsOrWritesIsDeclared() {
        Set<Class<?>> needed = new HashSet<>();
        collect(Command.class, needed);
        collect(Frame.class, needed);

        assertThat(declared(Frames.class)).containsAll(needed);
    }

    @Test
    void everyTypeThatReplicasTellEachOtherIsDeclared() throws ClassNotFoundException {
        Set<Class<?>> needed = new HashSet<>();
        collect(Class.forName(OURS + "relay.News"), needed);
        var declared = new HashSet<>(declared(Frames.class));
        declared.addAll(declared(Class.forName(OURS + "relay.NewsJson")));

        assertThat(needed).hasSizeGreaterThan(6);
        assertThat(declared).containsAll(needed);
    }

    private static Set<Class<?>> declared(Class<?> type) {
        return Set.of(type.getAnnotation(RegisterForReflection.class).targets());
    }

    /// The sealed types, their cases, and what of ours these hold, in lists too.
    private static void collect(Type type, Set<Class<?>> found) {
        if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(argument -> collect(argument, found));
        }
        if (!(type instanceof Class<?> plain) || !plain.getName().startsWith(OURS) || !found.add(plain)) {
            return;
        }
        if (plain.isSealed()) {
            Arrays.stream(plain.getPermittedSubclasses()).forEach(sub -> collect(sub, found));
        }
        if (plain.isRecord()) {
            Arrays.stream(plain.getRecordComponents()).forEach(part -> collect(part.getGenericType(), found));
        }
    }
}
