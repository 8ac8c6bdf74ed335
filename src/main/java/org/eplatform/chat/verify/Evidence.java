package org.eplatform.chat.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Everything that the judgement rests on. `users` are the people's ids by client, `held` what each client holds at the end, `readings` what is stored.
record Evidence(List<Event> events, List<String> refusals, Map<String, String> users, Map<String, List<Message>> held, List<Reading> readings) {

    static Evidence of(History history, List<Client> clients, List<Reading> readings) {
        var users = new LinkedHashMap<String, String>();
        var held = new LinkedHashMap<String, List<Message>>();
        for (var client : clients) {
            users.put(client.name, client.userId());
            var messages = new ArrayList<Message>();
            client.conversations.all().forEach(conversation -> messages.addAll(conversation.messages().values()));
            held.put(client.name, messages);
        }
        return new Evidence(List.copyOf(history.events()), List.copyOf(history.refusals()), users, held, List.copyOf(readings));
    }

    /// What is stored, by conversation: as the first of its readers got it.
    Map<String, List<Message>> stored() {
        var stored = new LinkedHashMap<String, List<Message>>();
        readings.forEach(reading -> stored.putIfAbsent(reading.conversation(), reading.messages()));
        return stored;
    }
}
