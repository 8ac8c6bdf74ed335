package org.eplatform.chat.relay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eplatform.chat.conversation.Committed;
import org.eplatform.chat.replica.Replica;
import org.jboss.logging.Logger;

/// News as text: who tells it, and what. What this replica told itself, and what it cannot read, is nothing.
@Singleton
@RegisterForReflection(targets = {News.class, News.Changed.class, News.Added.class, News.Writing.class, News.Moving.class, News.Ended.class, Committed.class})
class NewsJson {

    private static final Logger LOG = Logger.getLogger(NewsJson.class);
    private static final int ID_LENGTH = 36;

    private final String own;
    private final ObjectWriter writer;
    private final ObjectReader reader;

    NewsJson(Replica replica, ObjectMapper mapper) {
        own = replica.id().toString();
        writer = mapper.writerFor(News.class);
        reader = mapper.readerFor(News.class);
    }

    String encode(News news) {
        try {
            return own + writer.writeValueAsString(news);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("News of ours cannot be written", e);
        }
    }

    /// The shortest there is: look into the table of moves.
    String wakeUp() {
        return own;
    }

    /// Whether another replica says that.
    boolean isWakeUp(String text) {
        return text.length() == ID_LENGTH && !text.equals(own);
    }

    Optional<News> decode(String text) {
        if (text.startsWith(own) || text.length() <= ID_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader.readValue(text.substring(ID_LENGTH)));
        } catch (JsonProcessingException e) {
            LOG.debugf("News of replica %s is passed over: %s", text.substring(0, ID_LENGTH), e.getOriginalMessage());
            return Optional.empty();
        }
    }
}
