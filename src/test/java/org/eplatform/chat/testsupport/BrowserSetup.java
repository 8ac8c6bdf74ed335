package org.eplatform.chat.testsupport;

import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.impl.driver.Driver;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Provides the Chromium of the browser tests. Maven calls [#main] once, before the tests; the tests call [#chromium].
///
/// An installed browser is preferred to a download, and a download, which every user may do, to a package of the system.
/// A browser counts only if it starts: a download lacks the system's libraries on a bare machine, and some systems
/// install a script of that name that only tells how to get a browser.
public final class BrowserSetup {

    private static final String CHOSEN = "CHAT_TEST_BROWSER";

    private static final Path RECORD = Path.of(System.getProperty("basedir", ""), "target", "browser-path");

    private static final Duration START_LIMIT = Duration.ofSeconds(30);
    private static final Duration DOWNLOAD_LIMIT = Duration.ofMinutes(5);
    private static final Duration PACKAGE_LIMIT = Duration.ofMinutes(10);

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    /// Where browsers are that `PATH` does not name: the `PATH` of an IDE is often shorter than that of a shell.
    private static final List<String> USUAL_DIRECTORIES = List.of("/usr/bin", "/usr/local/bin", "/opt/homebrew/bin", "/opt/google/chrome");

    /// Relative to `/` and to the home directory.
    private static final List<String> MAC_APPLICATIONS = List.of(
            "Applications/Chromium.app/Contents/MacOS/Chromium",
            "Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    private BrowserSetup() {}

    /// Finds or installs the browser, so that no test has to wait for that.
    public static void main(String... args) {
        try {
            record(provide());
        } catch (NoBrowser e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /// The executable for `LaunchOptions.setExecutablePath`. It works without [#main] too: an IDE starts tests without Maven.
    public static synchronized Path chromium() {
        return recorded().orElseGet(() -> record(provide()));
    }

    private static Path provide() {
        // Somebody who names a browser wants that one: another in its place would only puzzle them.
        if (chosen().isPresent()) {
            return chosen().filter(BrowserSetup::starts)
                    .orElseThrow(() -> new NoBrowser(CHOSEN + " is not a browser that starts: " + System.getenv(CHOSEN)));
        }
        return Stream.<Supplier<Optional<Path>>>of(BrowserSetup::installed, BrowserSetup::downloaded, BrowserSetup::packaged)
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new NoBrowser(
                        "No browser for the browser tests: install Chromium or Chrome, or set " + CHOSEN));
    }

    private static Optional<Path> chosen() {
        return Optional.ofNullable(System.getenv(CHOSEN)).filter(path -> !path.isBlank()).map(Path::of);
    }

    private static Optional<Path> installed() {
        return Stream.concat(onPath(), macApplications()).distinct().filter(BrowserSetup::starts).findFirst();
    }

    private static Stream<Path> onPath() {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator);
        var directories = Stream.concat(Stream.of(path).filter(directory -> !directory.isEmpty()), USUAL_DIRECTORIES.stream()).toList();
        return NAMES.stream().flatMap(name -> directories.stream().map(directory -> Path.of(directory, name)));
    }

    private static Stream<Path> macApplications() {
        return Stream.of("/", System.getProperty("user.home")).flatMap(root -> MAC_APPLICATIONS.stream().map(Path.of(root)::resolve));
    }

    /// Playwright's own browser, which it keeps in the user's cache: only the first run downloads it.
    private static Optional<Path> downloaded() {
        // Playwright.create would otherwise download every browser it knows, without a limit in time.
        var withoutBrowsers = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        try {
            var install = Driver.ensureDriverInstalled(withoutBrowsers, false).createProcessBuilder();
            install.environment().remove("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD");
            install.command().addAll(List.of("install", "chromium"));
            var result = Result.of(install, DOWNLOAD_LIMIT);
            if (!result.succeeded()) {
                System.err.println("Playwright could not download Chromium: " + result.firstError());
                return Optional.empty();
            }
            System.out.print(result.output());
            try (var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(withoutBrowsers))) {
                return Optional.of(Path.of(playwright.chromium().executablePath())).filter(BrowserSetup::starts);
            }
        } catch (RuntimeException e) {
            // Its driver throws nothing more special where it does not run at all.
            System.err.println("Playwright could not download Chromium: " + e.toString().lines().findFirst().orElseThrow());
            return Optional.empty();
        }
    }

    /// The browser of Debian and its kin, and a font, without which a page is a row of boxes.
    private static Optional<Path> packaged() {
        if (!"root".equals(System.getProperty("user.name")) || !Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
            return Optional.empty();
        }
        // One package source that does not answer must not keep the others from being used: the installation tells.
        apt("update");
        var result = apt("install", "-y", "--no-install-recommends", "chromium", "fonts-dejavu-core");
        if (!result.succeeded()) {
            System.err.println("apt-get could not install Chromium: " + result.firstError());
            return Optional.empty();
        }
        return installed();
    }

    private static Result apt(String... arguments) {
        // Somebody else's apt-get is waited for: it may be installing the same.
        var apt = new ProcessBuilder("/usr/bin/apt-get", "-q", "-o", "DPkg::Lock::Timeout=300");
        apt.command().addAll(List.of(arguments));
        apt.environment().put("DEBIAN_FRONTEND", "noninteractive");
        return Result.of(apt, PACKAGE_LIMIT);
    }

    private static boolean starts(Path browser) {
        return Files.isRegularFile(browser) && Files.isExecutable(browser)
                && Result.of(new ProcessBuilder(browser.toString(), "--version"), START_LIMIT).succeeded();
    }

    private static Optional<Path> recorded() {
        try {
            return Optional.of(Path.of(Files.readString(RECORD).strip()))
                    .filter(Files::isExecutable)
                    .filter(path -> chosen().map(path::equals).orElse(true));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path record(Path browser) {
        try {
            Files.createDirectories(RECORD.toAbsolutePath().getParent());
            Files.writeString(RECORD, browser + System.lineSeparator());
            return browser;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Its message is the one line that a person gets to read.
    private static final class NoBrowser extends RuntimeException {

        NoBrowser(String message) {
            super(message);
        }
    }

    /// What a program that had a limited time came to.
    private record Result(boolean succeeded, String output) {

        static Result of(ProcessBuilder program, Duration limit) {
            try {
                // Into a file, not a pipe: a pipe that nobody reads while waiting would stop the program.
                var log = Files.createTempFile("browser-setup", ".log");
                try {
                    var process = program.redirectErrorStream(true).redirectOutput(log.toFile()).start();
                    process.getOutputStream().close();
                    if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                        stop(process);
                        return new Result(false, "error: no end within " + limit.toSeconds() + " s");
                    }
                    return new Result(process.exitValue() == 0, new String(Files.readAllBytes(log)));
                } finally {
                    Files.deleteIfExists(log);
                }
            } catch (IOException e) {
                return new Result(false, e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new Result(false, "interrupted");
            }
        }

        private static void stop(Process process) throws InterruptedException {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }

        /// The line that says why, among the many that say how far it got.
        String firstError() {
            return output.lines()
                    .filter(line -> line.regionMatches(true, 0, "e:", 0, 2) || line.toLowerCase().contains("error"))
                    .findFirst()
                    .or(() -> output.lines().findFirst())
                    .orElse("no output");
        }
    }
}
