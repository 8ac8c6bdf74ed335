package org.eplatform.chat.accessibility;

import com.microsoft.playwright.Page;
import java.util.function.Consumer;

/// Something that the chat shows.
///
/// @param query what the demo is opened with
/// @param act what somebody does there to come to this view
/// @param shown a selector, through shadow roots, of what is in view then
record View(String name, String query, Consumer<Page> act, String shown) {

    static View of(String name, String query, String shown) {
        return new View(name, query, page -> {}, shown);
    }

    static View after(String name, String query, Consumer<Page> act, String shown) {
        return new View(name, query, act, shown);
    }

    void open(Page page, String more) {
        Demo.open(page, query + more);
        act.accept(page);
        page.locator(shown).first().waitFor();
    }

    @Override
    public String toString() {
        return name;
    }
}
