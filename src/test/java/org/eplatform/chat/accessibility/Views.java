package org.eplatform.chat.accessibility;

import static org.eplatform.chat.accessibility.View.after;
import static org.eplatform.chat.accessibility.View.embedded;
import static org.eplatform.chat.accessibility.View.of;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.function.Consumer;

/// Everything that somebody can come to see. A new view is one line.
final class Views {

    private static final List<View> ALL = List.of(
            of("list", "", "chat-list .row"),
            of("empty list", "scene=empty", "chat-list .placeholder"),
            of("loading", "scene=loading", "chat-list .skeleton"),
            of("failed list", "scene=failed", "chat-list .placeholder"),
            of("signed out", "scene=signed-out", "chat-app .placeholder"),
            of("thread", "open=bob", "chat-history .message"),
            of("unread thread", "open=erika", "chat-history .new"),
            of("empty thread", "open=grace", "chat-history .placeholder"),
            of("missing thread", "open=nowhere", "chat-history .placeholder"),
            of("failed thread", "scene=failed-thread", "chat-history .placeholder"),
            of("states of a message", "scene=states&open=bob", "chat-history [data-state=failed]"),
            of("offline", "scene=offline&open=bob", "chat-thread chat-connection p"),
            of("typing", "scene=typing&open=bob", "chat-typing .meta"),
            of("problem", "scene=problem", "chat-app .pane .placeholder"),
            after("jump to the newest", "open=bob", scrollUp(), "chat-history .jump"),
            of("many unread", "open=dave", "chat-history .jump"),
            after("emoji picker", "open=bob", click("chat-composer .emoji"), "chat-emoji-picker"),
            of("toasts", "scene=toasts&open=bob", "chat-toasts .toast >> nth=1"),
            after("shortcuts", "", page -> page.evaluate("chatDemo.app.parts.shortcutList.show()"), "chat-shortcut-list dialog"),
            after("long text", "open=bob", write("x".repeat(8_100)), "chat-composer .complaint"),
            after("directory", "", click("chat-list header .icon-button"), "chat-people dialog .row"),
            after("found people", "", search("o"), "chat-list [role=listbox]"),
            after("nobody found", "", search("nobody"), "chat-list .placeholder"),
            after("account menu", "", click("chat-profile .self"), "chat-account-menu dialog .menu"),
            embedded("elements of a page", "place=people&launcher", page -> {}, "chat-launcher .badge:visible"),
            embedded("elements for nobody", "place=people&scene=signed-out", page -> {}, "chat-with a"),
            embedded("panel in front of a page", "place=profile", click("chat-with a[role=button]"), "chat-history .message"),
            embedded("panels in a page", "place=panels", page -> {}, "chat-history .message"),
            embedded("launcher in front of a page", "place=people&launcher", click("chat-launcher .launcher"), "chat-list .row"),
            embedded("whole chat in a page", "place=whole", click("chat-list .row"), "chat-history .message"));

    private Views() {}

    static List<View> all() {
        return ALL;
    }

    static View named(String name) {
        return ALL.stream().filter(view -> view.name().equals(name)).findFirst().orElseThrow();
    }

    private static Consumer<Page> click(String selector) {
        return page -> page.locator(selector).first().evaluate("element => element.click()");
    }

    private static Consumer<Page> search(String text) {
        return page -> page.locator("chat-list input").fill(text);
    }

    private static Consumer<Page> write(String text) {
        return page -> page.locator("chat-composer textarea").fill(text);
    }

    /// Again until it has come to that: the conversation goes to its end once its messages have come.
    private static Consumer<Page> scrollUp() {
        return page -> {
            page.locator("chat-history .message").last().waitFor();
            page.locator("chat-history .scroller").evaluate("""
                    async scroller => {
                      for (let tries = 0; tries < 100 && !scroller.getRootNode().querySelector('.jump'); tries++) {
                        scroller.scrollTop = scroller.scrollHeight - scroller.clientHeight - 900
                        await new Promise(done => setTimeout(done, 50))
                      }
                    }""");
        };
    }
}
