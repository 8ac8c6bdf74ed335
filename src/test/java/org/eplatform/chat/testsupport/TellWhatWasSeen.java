package org.eplatform.chat.testsupport;

import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Prints what the browsers of a test did when it has failed. For all tests, by `META-INF/services`.
public final class TellWhatWasSeen implements BeforeEachCallback, AfterTestExecutionCallback {

    @Override
    public void beforeEach(ExtensionContext test) {
        Seen.take();
    }

    @Override
    public void afterTestExecution(ExtensionContext test) {
        var seen = Seen.take();
        if (test.getExecutionException().isPresent() && !seen.isEmpty()) {
            System.out.println("What the browsers of " + test.getDisplayName() + " did:\n  " + String.join("\n  ", seen));
        }
    }
}
