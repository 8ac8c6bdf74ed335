package hello;

import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/// One resource, and below it one socket.
@Path("/hello")
public class Hello {

    @GET
    public String hello() {
        return "hello";
    }

    @WebSocket(path = "/echo")
    public static class Echo {

        @OnTextMessage
        String echo(String text) {
            return text;
        }
    }
}
