package org.eplatform.chat.accessibility;

import com.microsoft.playwright.Page;
import java.util.function.Consumer;

/// Something that the chat shows.
///
/// @param document the page of the demo: the chat's own one, or somebody else's
/// @param query what it is opened with
/// @param act what somebody does there to come to this view
/// @param shown a selector, through shadow roots, of what is in view then
record View(String name, String document, String query, Consumer<Page> act, String shown) {

    static View of(String name, String query, String shown) {
        return after(name, query, page -> {}, shown);
    }

    static View after(String name, String query, Consumer<Page> act, String shown) {
        return new View(name, "index.html", query, act, shown);
    }

    static View embedded(String name, String query, Consumer<Page> act, String shown) {
        return new View(name, "host.html", query, act, shown);
    }

    void open(Page page, String more) {
        Demo.open(page, document, query + more);
        act.accept(page);
        page.locator(shown).first().waitFor();
    }

    @Override
    public String toString() {
        return name;
    }
}
