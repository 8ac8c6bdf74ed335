package org.eplatform.chat.accessibility;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eplatform.chat.testsupport.Browser;

/// Somebody with a browser of their own, who looks at one view after the other in every way in which it can be seen.
final class Inspector implements AutoCloseable {

    private final Browser browser = new Browser();
    private final Page page;

    Inspector() {
        // What moves is caught in the middle of it otherwise, as pale as it is then.
        var context = browser.context(new NewContextOptions().setLocale("en-GB").setReducedMotion(ReducedMotion.REDUCE));
        Demo.serve(context);
        page = context.newPage();
    }

    /// What is wrong with this view, and where: in both themes, in both directions of writing, on a phone of 320 px and on a desk.
    Map<String, List<String>> inspect(View view) {
        var wrong = new LinkedHashMap<String, List<String>>();
        for (var direction : List.of("ltr", "rtl")) {
            for (int width : new int[] {1280, 320}) {
                page.setViewportSize(width, 800);
                open(view, "&dir=" + direction);
                for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                    var where = String.join("-", direction, String.valueOf(width), scheme.name().toLowerCase(Locale.ROOT));
                    found(view, where).forEach(what -> wrong.computeIfAbsent(what, key -> new ArrayList<>()).add(where));
                }
            }
        }
        return wrong;
    }

    private void open(View view, String more) {
        try {
            view.open(page, more);
        } catch (PlaywrightException e) {
            shoot(view, "unseen");
            throw e;
        }
    }

    private List<String> found(View view, String where) {
        var wrong = new ArrayList<>(Axe.violations(page));
        wrong.addAll(Fit.tooWide(page));
        if (!wrong.isEmpty()) {
            shoot(view, where);
        }
        return wrong;
    }

    private void shoot(View view, String where) {
        Browser.shoot(page, "inaccessible-" + view.name().replace(' ', '-') + "-" + where);
    }

    @Override
    public void close() {
        browser.close();
    }
}
