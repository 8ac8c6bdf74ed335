package org.eplatform.chat.accessibility;

import com.microsoft.playwright.Page;
import java.util.List;

/// Whether everything has its place in the page's width, so that nobody has to scroll in two directions (WCAG 1.4.10).
final class Fit {

    /// What reaches beyond the page's edges, which clip it, and what scrolls sideways.
    private static final String TOO_WIDE = """
            () => {
              const all = root => [...root.querySelectorAll('*')].flatMap(e => [e, ...(e.shadowRoot ? all(e.shadowRoot) : [])])
              const name = e => e.localName + '.' + (e.getAttribute('class') ?? '')
              // What is there for readers alone is one pixel, with all of its text.
              const isSeen = e => !e || (e.clientWidth !== 1 && isSeen(e.parentElement))
              const root = document.scrollingElement
              return all(document.documentElement).flatMap(e => {
                const r = e.getBoundingClientRect()
                if (r.width <= 1 || r.height <= 1 || !isSeen(e)) return []
                const beyond = r.left < -0.5 || r.right > innerWidth + 0.5
                const scrolls = /auto|scroll/.test(getComputedStyle(e).overflowX) && e.scrollWidth > e.clientWidth + 1 && e.localName !== 'input'
                return [...(beyond ? [`${name(e)} reaches from ${r.left} to ${r.right}`] : []), ...(scrolls ? [`${name(e)} scrolls sideways`] : [])]
              }).concat(root.scrollWidth > innerWidth ? [`the page scrolls sideways`] : [])
            }""";

    private Fit() {}

    @SuppressWarnings("unchecked")
    static List<String> tooWide(Page page) {
        return (List<String>) page.evaluate(TOO_WIDE);
    }
}
