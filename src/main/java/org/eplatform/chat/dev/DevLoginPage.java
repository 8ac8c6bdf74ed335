package org.eplatform.chat.dev;

import java.util.Map;
import java.util.stream.Collectors;

/// Where one picks who to be.
final class DevLoginPage {

    private DevLoginPage() {}

    static String render(Map<String, String> query) {
        var kept = query.entrySet().stream()
                .map(field -> "<input type=\"hidden\" name=\"%s\" value=\"%s\">".formatted(escape(field.getKey()), escape(field.getValue())))
                .collect(Collectors.joining());
        var people = DevPerson.KNOWN.stream()
                .map(person -> "<button name=\"user\" value=\"%1$s\"><img src=\"/avatars/%1$s.svg\" alt=\"\"><bdi>%2$s</bdi></button>".formatted(person.id(), person.fullName()))
                .collect(Collectors.joining());
        return """
                <!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Sign in (development)</title>
                <style>:root{color-scheme:light dark}body{font:15px/22px system-ui;display:grid;place-items:center;min-height:90vh;margin:0}
                h1{font-size:17px;margin:0 0 4px}p{margin:0 0 16px;opacity:.75}button{display:flex;gap:12px;align-items:center;width:100%%;margin:8px 0;padding:10px 14px;
                font:inherit;border:1px solid #8888;border-radius:10px;background:none;color:inherit;cursor:pointer;text-align:start}
                button:hover{background:#8882}button:focus-visible{outline:2px solid #36f;outline-offset:2px}img{width:36px;height:36px;border-radius:50%%}</style>
                <form action="/authorize"><h1>Who are you?</h1><p>The development login. It has no passwords.</p>%s%s</form>
                """.formatted(kept, people);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
