package org.eplatform.chat.accessibility;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/// axe-core, which finds much of what shuts people out (<https://github.com/dequelabs/axe-core>). It looks into open shadow roots.
final class Axe {

    /// WCAG 2.2 A and AA, with all that came before, and what is good practice beyond it.
    private static final String RUN = """
            async () => {
              // There are no icon fonts here: axe would take the joined letters of Arabic for one, and leave them out of what is seen.
              axe.configure({ checks: [{ id: 'label-content-name-mismatch', options: { pixelThreshold: 2 } }] })
              const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']
              const { violations } = await axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] })
              return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, html, any, all, none }) =>
                `${id} (${help}): ${target.flat(9).join(' > ')}: ${html.slice(0, 200)}: ${[...any, ...all, ...none].map(check => check.message).join('; ')}`))
            }""";

    private static final String SOURCE = read();

    private Axe() {}

    /// What is wrong with what is in view, element by element.
    @SuppressWarnings("unchecked")
    static List<String> violations(Page page) {
        if (!(Boolean) page.evaluate("() => 'axe' in window")) {
            page.evaluate(SOURCE);
        }
        return (List<String>) page.evaluate(RUN);
    }

    private static String read() {
        try {
            return Files.readString(Demo.WEBUI.resolve("node_modules/axe-core/axe.min.js"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
