package org.eplatform.chat.accessibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eplatform.chat.testsupport.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What people ask of their system, the chat does: colours of their own, no motion, text twice as large. Pictures are in `target/screenshots`.
class DisplaySettingsIT {

    private static final String ALL = "const all = root => [...root.querySelectorAll('*')].flatMap(e => [e, ...(e.shadowRoot ? all(e.shadowRoot) : [])]);";

    /// Everything that moves, or would if it changed. What fades, as `appear` does, does not move.
    private static final String MOVING = "() => {" + ALL + """
            const seconds = times => Math.max(...times.split(',').map(parseFloat))
            return all(document.documentElement).flatMap(e => {
              const s = getComputedStyle(e)
              const moves = (!/^(none|appear)$/.test(s.animationName) && seconds(s.animationDuration) > 0) ||
                (seconds(s.transitionDuration) > 0 && /transform|translate|size|width|height|inset|margin|all/.test(s.transitionProperty)) || s.scrollBehavior === 'smooth'
              return moves ? [e.localName + '.' + e.className + ': ' + s.animationName + ' ' + s.transitionProperty] : []
            })
            }""";

    /// Texts that end where their box does, but for those that say so by an ellipsis or can be scrolled.
    private static final String CUT = "() => {" + ALL + """
            return all(document.body).filter(e => {
              const s = getComputedStyle(e)
              return /hidden|clip/.test(s.overflowY) && s.textOverflow !== 'ellipsis' && e.clientHeight > 1 && e.scrollHeight > e.clientHeight + 1
            }).map(e => e.localName + '.' + e.className + ': ' + e.scrollHeight + ' in ' + e.clientHeight)
            }""";

    private static Browser browser;
    private Page page;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Demo.build();
        browser = new Browser();
    }

    @AfterAll
    static void stop() {
        browser.close();
    }

    @AfterEach
    void putAway() {
        page.context().close();
    }

    @Test
    void nothingMovesForWhoeverWantsNoMotion() {
        see(new NewContextOptions().setViewportSize(1280, 800).setReducedMotion(ReducedMotion.REDUCE));

        assertThat(wrongIn(List.of("loading", "thread", "typing", "offline", "directory", "account menu"), MOVING)).isEmpty();
    }

    /// Without this the test above could pass because it sees no motion at all.
    @Test
    void somethingMovesForEverybodyElse() {
        see(new NewContextOptions().setViewportSize(1280, 800).setReducedMotion(ReducedMotion.NO_PREFERENCE));

        assertThat(wrongIn(List.of("loading", "typing"), MOVING)).hasSizeGreaterThan(1);
    }

    /// A window of 1280 by 800 at 200 %, and the same at 400 %.
    @Test
    void nothingIsCutWhenTheTextIsTwiceOrFourTimesAsLarge() {
        see(new NewContextOptions().setViewportSize(640, 400).setDeviceScaleFactor(2));
        var views = List.of("list", "thread", "states of a message", "offline", "directory", "account menu", "long text");

        var wrong = new ArrayList<>(wrongIn(views, CUT));
        page.setViewportSize(320, 256);
        wrong.addAll(wrongIn(views, CUT));

        assertThat(wrong).isEmpty();
    }

    @Test
    void colorsOfOnesOwnLeaveEveryStateApart() {
        see(new NewContextOptions().setViewportSize(1280, 800).setForcedColors(ForcedColors.ACTIVE));
        Views.named("states of a message").open(page, "");
        Browser.shoot(page, "forced-colors");

        assertThat(style("chat-list [aria-selected=true]", "borderTopWidth")).as("the open conversation").isNotEqualTo(style("chat-list [aria-selected=false]", "borderTopWidth"));
        assertThat(style("chat-list .dot.online", "borderTopWidth")).as("presence").isNotEqualTo(style("chat-list .dot:not(.online)", "borderTopWidth"));
        assertThat(style("chat-list .badge", "borderTopStyle")).as("the number of unread").isEqualTo("solid");
        assertThat(style("chat-history .bubble", "borderTopStyle")).as("a message").isEqualTo("solid");
        assertThat(style("chat-history [data-state=failed] .bubble", "borderTopWidth") + style("chat-history [data-state=failed] .bubble", "outlineStyle"))
                .as("a message that was not sent").isNotEqualTo(style("chat-history [data-state=sent] .bubble", "borderTopWidth") + style("chat-history [data-state=sent] .bubble", "outlineStyle"));
        page.locator("chat-composer textarea").focus();
        assertThat(style("chat-composer .box", "outlineStyle") + style("chat-composer textarea", "outlineStyle")).as("the focus").contains("solid");
    }

    private void see(NewContextOptions options) {
        var context = browser.context(options.setLocale("en-GB"));
        Demo.serve(context);
        page = context.newPage();
    }

    @SuppressWarnings("unchecked")
    private List<String> wrongIn(List<String> views, String what) {
        return views.stream().flatMap(name -> {
            Views.named(name).open(page, "");
            Browser.shoot(page, "display-" + name.replace(' ', '-') + "-" + page.viewportSize().width);
            return Stream.concat(((List<String>) page.evaluate(what)).stream(), Fit.tooWide(page).stream()).map(wrong -> name + ": " + wrong);
        }).toList();
    }

    private String style(String selector, String property) {
        return (String) page.locator(selector).first().evaluate("(element, property) => getComputedStyle(element)[property]", property);
    }
}
