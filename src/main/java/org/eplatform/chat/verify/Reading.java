package org.eplatform.chat.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// One conversation as one of its people reads it back by REST when all is over.
record Reading(String client, String user, String conversation, long version, List<Message> messages, Map<String, Event.Marks> marks) {

    private static final Duration PAUSE = Duration.ofMillis(300);

    /// Reads page by page until there is no more, again and again while the service does not answer.
    static void take(Client client, String conversation, Deployment deployment, Loop loop, Consumer<Reading> then) {
        page(client, conversation, new ArrayList<>(), 0, deployment, loop, then);
    }

    private static void page(Client client, String conversation, List<Message> found, long after, Deployment deployment, Loop loop, Consumer<Reading> then) {
        deployment.call(client.name, "/api/chat/conversations/" + conversation + "/?limit=200&after=" + after, null, answer -> {
            if (!answer.ok()) {
                loop.after(PAUSE, () -> page(client, conversation, found, after, deployment, loop, then));
                return;
            }
            answer.body().path("messages").forEach(view -> found.add(Message.of(view)));
            long last = found.isEmpty() ? after : found.getLast().seq();
            if (answer.body().path("hasNewer").asBoolean() && last > after) {
                page(client, conversation, found, last, deployment, loop, then);
            } else {
                then.accept(of(client, conversation, found, answer.body().path("conversation")));
            }
        });
    }

    private static Reading of(Client client, String conversation, List<Message> found, JsonNode view) {
        var marks = new LinkedHashMap<String, Event.Marks>();
        view.path("participants").forEach(participant -> marks.put(participant.path("user").path("id").asText(),
                new Event.Marks(participant.path("readSeq").asLong(), participant.path("deliveredSeq").asLong())));
        return new Reading(client.name, client.userId(), conversation, view.path("version").asLong(), List.copyOf(found), marks);
    }
}
