package org.eplatform.chat.helm;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;

/// What values.yaml says of its values: a comment `# --` describes the key below it. That is the convention of helm-docs.
record ValueComments(List<Described> all) {

    /// @param pointer of the value, as in JSON Pointer (RFC 6901)
    record Described(String pointer, String description, JsonNode standard) {

        String key() {
            return pointer.substring(1).replace('/', '.');
        }
    }

    private static final Pattern LINE = Pattern.compile("( *)(?:# -- (?<description>.+)|(?<key>[A-Za-z]+):.*)");

    static ValueComments read() throws IOException {
        var file = Chart.ROOT.resolve("values.yaml");
        var values = Chart.YAML.readTree(file.toFile());
        var found = new ArrayList<Described>();
        var path = new ArrayDeque<String>();
        String description = null;
        for (var line : Files.readAllLines(file)) {
            var matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                continue;
            }
            if (matcher.group("description") != null) {
                description = matcher.group("description");
                continue;
            }
            while (path.size() > matcher.group(1).length() / 2) {
                path.removeLast();
            }
            path.addLast(matcher.group("key"));
            var pointer = "/" + String.join("/", path);
            if (description != null) {
                found.add(new Described(pointer, description, values.at(pointer)));
                description = null;
            }
        }
        return new ValueComments(found);
    }

    /// The values, as far as they are described: what is below a described value is a default of it.
    List<String> undescribed() throws IOException {
        var missing = new ArrayList<String>();
        collect("", Chart.YAML.readTree(Chart.ROOT.resolve("values.yaml").toFile()), missing);
        return missing;
    }

    private void collect(String pointer, JsonNode value, List<String> missing) {
        if (all.stream().anyMatch(described -> described.pointer().equals(pointer))) {
            return;
        }
        if (value.isObject() && !value.isEmpty()) {
            for (Iterator<String> names = value.fieldNames(); names.hasNext();) {
                var name = names.next();
                collect(pointer + "/" + name, value.path(name), missing);
            }
        } else {
            missing.add(pointer);
        }
    }
}
