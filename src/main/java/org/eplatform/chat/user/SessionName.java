package org.eplatform.chat.user;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// By what a logout of the provider and a token name the same: the session (`sid`), or the subject. A token that names no session may be of any of its
/// subject's, so that the end of one ends it too.
record SessionName(Kind kind, String issuer, String value) {

    enum Kind { SESSION, SUBJECT, SUBJECT_WITHOUT_SESSION }

    /// What this caller's token may be ended by.
    static Set<SessionName> of(Authentication caller) {
        return names(new SessionName(Kind.SUBJECT, caller.issuer(), caller.subject()), caller.session() == null
                ? new SessionName(Kind.SUBJECT_WITHOUT_SESSION, caller.issuer(), caller.subject())
                : new SessionName(Kind.SESSION, caller.issuer(), caller.session()));
    }

    /// What a logout of this session ends, or of all of this subject where it names none.
    static Set<SessionName> endedBy(String issuer, String subject, String session) {
        return session == null ? names(new SessionName(Kind.SUBJECT, issuer, subject))
                : names(new SessionName(Kind.SESSION, issuer, session), new SessionName(Kind.SUBJECT_WITHOUT_SESSION, issuer, subject));
    }

    /// Nothing is named by a value that is missing.
    private static Set<SessionName> names(SessionName... names) {
        return Stream.of(names).filter(name -> Objects.nonNull(name.value)).collect(Collectors.toUnmodifiableSet());
    }
}
