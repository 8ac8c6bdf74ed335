package org.eplatform.chat.user;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;

/// What the last page says, in one of the languages of the chat.
record Farewell(String language, String direction, String title, String heading, String platform, String again) {

    private static final List<Farewell> ALL = List.of(
            new Farewell("en", "ltr", "Signed out", "You are signed out of the chat", "You may still be signed in at the platform.", "Sign in again"),
            new Farewell("de", "ltr", "Abgemeldet", "Du bist vom Chat abgemeldet", "Bei der Plattform bist du vielleicht noch angemeldet.", "Wieder anmelden"),
            new Farewell("fr", "ltr", "Session terminée", "Votre session de discussion est terminée", "Celle de la plateforme est peut-être encore ouverte.",
                    "Se reconnecter"),
            new Farewell("ar", "rtl", "تم تسجيل الخروج", "تم تسجيل خروجك من الدردشة", "قد لا تزال مسجّل الدخول في المنصة.", "تسجيل الدخول مجددًا"));

    /// The one that goes best with a value of `Accept-Language` by the lookup of RFC 4647, 3.4; English for whoever wants none of them.
    static Farewell wanted(String acceptLanguage) {
        var tag = acceptLanguage == null ? null : lookUp(acceptLanguage);
        return ALL.stream().filter(farewell -> farewell.language.equals(tag)).findAny().orElse(ALL.getFirst());
    }

    private static String lookUp(String acceptLanguage) {
        try {
            return Locale.lookupTag(LanguageRange.parse(acceptLanguage), ALL.stream().map(Farewell::language).toList());
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    String html() {
        return """
                <!doctype html>
                <html lang="%s" dir="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>%s</title>
                <link rel="icon" type="image/svg+xml" href="/chat/icon.svg">
                <link rel="stylesheet" href="/chat/farewell.css">
                </head>
                <body><main><h1>%s</h1><p>%s</p><a href="/chat/">%s</a></main></body>
                </html>
                """.formatted(language, direction, title, heading, platform, again);
    }
}
