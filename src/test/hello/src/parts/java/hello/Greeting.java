package hello;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import io.quarkus.security.Authenticated;
import jakarta.persistence.Entity;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/// A row, and who may read it.
@Entity
public class Greeting extends PanacheEntity {

    public String text;

    @Path("/greetings")
    @Authenticated
    public static class Resource {

        @GET
        public long count() {
            return Greeting.count();
        }
    }
}
