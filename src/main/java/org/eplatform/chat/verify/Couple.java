package org.eplatform.chat.verify;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;

/// Two clients who talk to each other. The first of them starts the conversation.
final class Couple {

    private static final int LATE_MESSAGES = 3;
    private static final Duration AWAY = Duration.ofMillis(1_500);
    private static final Duration PAUSE = Duration.ofMillis(200);

    final Client first;
    final Client second;
    private String conversation;

    Couple(Client first, Client second) {
        this.first = first;
        this.second = second;
    }

    /// The conversation's id, null before it exists.
    String conversation() {
        return conversation;
    }

    /// Both know of it from the start, and talk as they like.
    void begin(Deployment deployment, Loop loop) {
        start(deployment, loop, () -> {
            for (var client : new Client[] {first, second}) {
                client.conversations.adopt(conversation);
                client.sending.speech.join(conversation);
            }
        });
    }

    /// The second one is away when the first one starts it and says a few words. Nothing more is said, so only `sync` can tell of it.
    void beginWhileAway(Deployment deployment, Loop loop) {
        second.cut(AWAY);
        start(deployment, loop, () -> {
            first.conversations.adopt(conversation);
            first.sending.speech.owe(conversation, LATE_MESSAGES);
        });
    }

    private void start(Deployment deployment, Loop loop, Runnable then) {
        var body = JsonNodeFactory.instance.objectNode().put("userId", second.userId());
        deployment.call(first.name, "/api/chat/conversations/start_conversation/", body, answer -> {
            if (answer.ok()) {
                conversation = answer.body().path("id").asText();
                then.run();
            } else {
                loop.after(PAUSE, () -> start(deployment, loop, then));
            }
        });
    }
}
