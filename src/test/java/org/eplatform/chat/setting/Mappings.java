package org.eplatform.chat.setting;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.smallrye.config.ConfigMapping;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// All mappings there are, found in the classes.
final class Mappings {

    static final List<Class<?>> ALL = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.eplatform.chat").stream()
            .filter(type -> type.isAnnotatedWith(ConfigMapping.class)).<Class<?>>map(JavaClass::reflect)
            .sorted(Comparator.comparing(type -> type.getAnnotation(ConfigMapping.class).prefix())).toList();

    private Mappings() {}

    static Stream<Setting> settings() {
        return ALL.stream().flatMap(mapping -> Settings.of(mapping).stream());
    }

    static Setting setting(String variable) {
        return settings().filter(setting -> setting.variable().equals(variable)).findFirst().orElseThrow();
    }
}
