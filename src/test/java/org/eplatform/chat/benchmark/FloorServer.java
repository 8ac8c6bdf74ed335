package org.eplatform.chat.benchmark;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// The floor: the least that takes a message, stores it durably, acknowledges it and delivers it. Bare Vert.x, streaming JSON, one writer. It checks nobody's
/// token, nobody's membership and no text; it knows no retry, no marker, no slow reader and no second process.
final class FloorServer extends AbstractVerticle {

    private static final JsonFactory JSON = new JsonFactory();

    private final int port;
    private final FloorWriter writer;
    private final ConcurrentHashMap<UUID, FloorConversation> conversations;

    private FloorServer(int port, FloorWriter writer, ConcurrentHashMap<UUID, FloorConversation> conversations) {
        this.port = port;
        this.writer = writer;
        this.conversations = conversations;
    }

    /// Arguments: the port, and the database's JDBC URL.
    public static void main(String... args) throws Exception {
        Logging.plain();
        var vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
        System.out.println("native transport: " + vertx.isNativeTransportEnabled());
        var writer = FloorWriter.start(args[1]);
        var conversations = new ConcurrentHashMap<UUID, FloorConversation>();
        // One instance for each event loop: Vert.x spreads the connections over them.
        vertx.deployVerticle(() -> new FloorServer(Integer.parseInt(args[0]), writer, conversations),
                        new DeploymentOptions().setInstances(VertxOptions.DEFAULT_EVENT_LOOP_POOL_SIZE))
                .toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    @Override
    public void start(Promise<Void> started) {
        vertx.createHttpServer(new HttpServerOptions().setPort(port).setPerMessageWebSocketCompressionSupported(false).setPerFrameWebSocketCompressionSupported(false)
                        .setAcceptBacklog(4096))
                .webSocketHandler(this::accept)
                .requestHandler(request -> request.response().end())
                .listen().<Void>mapEmpty().onComplete(started);
    }

    private void accept(ServerWebSocket socket) {
        var user = parameter(socket, "user");
        var conversation = conversations.computeIfAbsent(UUID.fromString(parameter(socket, "conversation")), FloorConversation::new);
        conversation.members().add(socket);
        socket.closeHandler(_ -> conversation.members().remove(socket));
        socket.exceptionHandler(_ -> socket.close());
        socket.textMessageHandler(text -> received(socket, user, text));
        socket.writeTextMessage("{\"type\":\"welcome\",\"userId\":\"" + user + "\"}");
    }

    private void received(ServerWebSocket socket, String user, String text) {
        String type = null;
        String id = null;
        String conversation = null;
        String clientId = null;
        String body = null;
        try (var parser = JSON.createParser(text)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                var name = parser.currentName();
                parser.nextToken();
                switch (name) {
                    case "type" -> type = parser.getText();
                    case "id" -> id = parser.getText();
                    case "conversationId" -> conversation = parser.getText();
                    case "clientId" -> clientId = parser.getText();
                    case "body" -> body = parser.getText();
                    default -> parser.skipChildren();
                }
            }
        } catch (IOException notJson) {
            socket.close();
            return;
        }
        var target = conversation == null ? null : conversations.get(UUID.fromString(conversation));
        if (!"message.send".equals(type) || target == null || !writer.offer(new FloorWriter.Waiting(socket, target, user, id, clientId, body))) {
            socket.close();
        }
    }

    private static String parameter(ServerWebSocket socket, String name) {
        return java.util.Arrays.stream(socket.query().split("&")).filter(pair -> pair.startsWith(name + "=")).findFirst().orElseThrow().substring(name.length() + 1);
    }
}
