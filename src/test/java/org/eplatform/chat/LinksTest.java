package org.eplatform.chat;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A link from one of our documents to another one leads somewhere, down to the heading.
class LinksTest {

    private static final Pattern LINK = Pattern.compile("\\]\\((?!\\w+:)([^)#\\s]*)(#[^)\\s]+)?\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

    @Test
    void everyLinkInADocumentLeadsToAFileAndAHeading() throws IOException {
        var dead = new ArrayList<String>();
        for (var document : documents()) {
            for (var link : LINK.matcher(Files.readString(document)).results().toList()) {
                var target = link.group(1).isEmpty() ? document : document.resolveSibling(link.group(1)).normalize();
                if (!Files.exists(target) || link.group(2) != null && target.toString().endsWith(".md") && !headings(target).contains(link.group(2).substring(1))) {
                    dead.add(document + ": " + link.group());
                }
            }
        }

        assertThat(dead).isEmpty();
    }

    private static List<Path> documents() throws IOException {
        try (var above = Files.list(Path.of("")); var docs = Files.walk(Path.of("docs")); var chart = Files.exists(Path.of("helm")) ? Files.walk(Path.of("helm")) : Stream.<Path>of()) {
            return Stream.of(above, docs, chart).flatMap(files -> files).filter(file -> file.toString().endsWith(".md")).toList();
        }
    }

    /// As GitHub and GitLab make anchors of them.
    private static Set<String> headings(Path document) throws IOException {
        return HEADING.matcher(Files.readString(document)).results()
                .map(heading -> heading.group(1).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-')).collect(toSet());
    }
}
