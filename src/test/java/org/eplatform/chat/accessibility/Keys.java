package org.eplatform.chat.accessibility;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;

/// Somebody who has a keyboard and no pointer, and who has to see at each step where they are.
final class Keys {

    /// What is wrong with what has the focus: no ring around it or around the field that it is in (WCAG 2.4.7), out of view, or behind something (2.4.11).
    private static final String WRONG = """
            () => {
              let element = document.activeElement
              while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
              if (!element || element === document.body) return 'nothing'
              const name = element.localName + '.' + element.className + ' ' + (element.getAttribute('aria-label') ?? element.textContent.trim().slice(0, 40))
              const above = e => e.parentElement ?? e.getRootNode().host
              const hasRing = e => { const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(e)
                return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || /0px 0px 0px [2-9]px/.test(boxShadow) }
              let ring = false
              for (let e = element, near = 0; e && near < 3; e = above(e), near++) ring ||= hasRing(e)
              if (!ring) return 'nothing shows that the focus is on ' + name
              const r = element.getBoundingClientRect()
              const seen = [[0.5, 0.5], [0.1, 0.5], [0.9, 0.5], [0.5, 0.1], [0.5, 0.9]].some(([x, y]) => {
                const [left, top] = [r.left + r.width * x, r.top + r.height * y]
                let hit = document.elementFromPoint(left, top)
                for (let inner; (inner = hit?.shadowRoot?.elementFromPoint(left, top)) && inner !== hit;) hit = inner
                for (let e = hit; e; e = above(e)) if (e === element) return true
                return false
              })
              return seen ? '' : name + ' has the focus and is hidden'
            }""";

    private final Page page;

    Keys(Page page) {
        this.page = page;
    }

    Keys press(String... keys) {
        for (var key : keys) {
            page.keyboard().press(key);
        }
        return this;
    }

    Keys type(String text) {
        page.keyboard().type(text);
        return this;
    }

    /// The focus is there, or comes there, and can be seen.
    Keys isAt(Locator place) {
        assertThat(place).isFocused(new LocatorAssertions.IsFocusedOptions().setTimeout(15_000));
        seesTheFocus();
        return this;
    }

    /// Goes on with this key until it has come there; every stop on the way can be seen.
    Keys goTo(Locator place, String key) {
        for (int stops = 0; stops < 25; stops++) {
            if (isFocused(place)) {
                return isAt(place);
            }
            press(key);
            // Behind the last stop and before the first one is the browser itself.
            assertThat(page.evaluate(WRONG)).isIn("", "nothing");
        }
        throw new AssertionError("25 times " + key + " do not lead to " + place);
    }

    private void seesTheFocus() {
        assertThat(page.evaluate(WRONG)).isEqualTo("");
    }

    private static boolean isFocused(Locator place) {
        return place.count() == 1 && (Boolean) place.evaluate("element => element.getRootNode().activeElement === element && document.hasFocus()");
    }
}
