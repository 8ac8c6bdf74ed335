package org.eplatform.chat.user;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class FarewellTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "null", value = {
        "de-AT,de;q=0.9,en;q=0.8 | de", "fr | fr", "ar-EG | ar", "tr,fr;q=0.5,en;q=0.4 | fr", "en;q=0.1,de;q=0.9 | de", "tr | en", "* | en", "null | en",
        "; q=x , | en", "'' | en"})
    void itIsInTheFirstLanguageThatTheBrowserAsksForAndTheChatSpeaks(String acceptLanguage, String language) {
        assertThat(Farewell.wanted(acceptLanguage).language()).isEqualTo(language);
    }

    @Test
    void thePageSaysWhichLanguageItIsInAndWhichWayItReads() {
        given().header("Accept-Language", "ar").get("/chat/signed-out").then().statusCode(200)
                .header("Content-Language", "ar").header("Vary", containsString("Accept-Language")).contentType("text/html")
                .body(containsString("<html lang=\"ar\" dir=\"rtl\">"), containsString("تم تسجيل خروجك من الدردشة"));
    }

    /// Nobody is signed in there, and the Content-Security-Policy of the page lets no style be written into it.
    @Test
    void thePageHasTheLookOfTheChatFromAFileThatNeedsNoLogin() {
        given().get("/chat/signed-out").then().statusCode(200)
                .header("Content-Security-Policy", containsString("style-src 'self'"))
                .body(containsString("<link rel=\"stylesheet\" href=\"/chat/farewell.css\">"), not(containsString("style=")), not(containsString("<style")));
        given().redirects().follow(false).get("/chat/farewell.css").then().statusCode(200).contentType("text/css").body(containsString("prefers-color-scheme: dark"));
    }
}
