package org.eplatform.chat.accessibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eplatform.chat.testsupport.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every view, in both themes, in both directions of writing, on a phone of 320 px and on a desk.
class AccessibilityIT {

    private static Browser browser;
    private static BrowserContext context;
    private static Page page;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Demo.build();
        browser = new Browser();
        // What moves is caught in the middle of it otherwise, as pale as it is then.
        context = browser.context(new NewContextOptions().setLocale("en-GB").setReducedMotion(ReducedMotion.REDUCE));
        Demo.serve(context);
        page = context.newPage();
    }

    @AfterAll
    static void stop() {
        browser.close();
    }

    static Stream<View> views() {
        return Views.all().stream();
    }

    @ParameterizedTest
    @MethodSource("views")
    void nobodyIsShutOut(View view) {
        var wrong = new ArrayList<String>();
        for (var direction : List.of("ltr", "rtl")) {
            for (int width : new int[] {1280, 320}) {
                page.setViewportSize(width, 800);
                view.open(page, "&dir=" + direction);
                for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                    wrong.addAll(found(view + "-" + direction + "-" + width + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT)));
                }
            }
        }
        assertThat(wrong).as(view.name()).isEmpty();
    }

    /// With a picture of it, if there is anything.
    private static List<String> found(String where) {
        var wrong = Stream.concat(Axe.violations(page).stream(), Fit.tooWide(page).stream()).map(what -> where + ": " + what).toList();
        if (!wrong.isEmpty()) {
            Browser.shoot(page, "inaccessible-" + where.replace(' ', '-'));
        }
        return wrong;
    }
}
