package org.eplatform.chat.conversation;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.eplatform.chat.protocol.UserId;

/// Who is to know of a change, as one replica tells it to another.
public sealed interface Recipients {

    int MOST_NAMED = 100;

    /// Around each id: no id may contain it.
    String SEPARATOR = "\u001f";

    record Named(Set<UserId> users) implements Recipients {}

    /// Too many to name: the database knows them.
    record Many() implements Recipients {}

    /// As the database keeps them; null for many.
    static String text(Collection<UserId> users) {
        return users.size() > MOST_NAMED ? null : users.stream().map(UserId::value).collect(Collectors.joining(SEPARATOR));
    }

    static Recipients of(String text) {
        return text == null ? new Many() : new Named(Arrays.stream(text.split(SEPARATOR)).map(UserId::new).collect(Collectors.toUnmodifiableSet()));
    }
}
