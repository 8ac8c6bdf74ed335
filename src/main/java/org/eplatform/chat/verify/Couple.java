package org.eplatform.chat.verify;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;

/// Two clients who talk to each other. The first of them starts the conversation.
final class Couple {

    private static final int LATE_MESSAGES = 3;
    /// Between a look whether the words are said, and for the last of them to be stored.
    private static final Duration SAYING = Duration.ofMillis(500);
    private static final Duration LONGEST_AWAY = Duration.ofSeconds(60);
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
        second.leave();
        loop.after(LONGEST_AWAY, second::comeBack);
        start(deployment, loop, () -> {
            first.conversations.adopt(conversation);
            first.sending.speech.owe(conversation, LATE_MESSAGES);
            comeBackAfterwards(loop);
        });
    }

    private void comeBackAfterwards(Loop loop) {
        boolean said = !first.sending.speech.owes();
        loop.after(SAYING, said ? second::comeBack : () -> comeBackAfterwards(loop));
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
