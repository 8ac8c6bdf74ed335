package org.eplatform.chat.dev;

import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eplatform.chat.protocol.UserId;
import org.eplatform.chat.user.Profile;
import org.eplatform.chat.user.Users;

/// Makes the people of development known before they log in, so that alice finds bob on the first day.
@ApplicationScoped
@IfBuildProfile(anyOf = {"dev", "test"})
class DevPeople {

    void remember(@Observes StartupEvent start, Users users, @ConfigProperty(name = "quarkus.oidc.auth-server-url") String provider) {
        for (var person : DevPerson.KNOWN) {
            users.remember(new Profile(new UserId(person.id()), person.fullName(), person.id(), provider + "/avatars/" + person.id() + ".svg"));
        }
    }
}
