package org.eplatform.chat;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The tree is the architecture: packages are features, in one total order, and each may use only the ones before it.
class ArchitectureTest {

    private static final String ROOT = "org.eplatform.chat";

    /// `dev` comes last: it serves development only, and nothing may need it.
    private static final List<String> ORDER = List.of("protocol", "error", "database", "user", "conversation", "message", "presence", "inbox", "admin", "socket",
            "verify", "dev");

    private static final JavaClasses CLASSES = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(ROOT);

    @Test
    void everyPackageHasAPlaceInTheOrder() {
        var found = CLASSES.stream().map(type -> type.getPackageName().substring(ROOT.length()).replaceFirst("^\\.", "")).collect(Collectors.toSet());

        assertThat(found.stream().filter(name -> !name.isEmpty())).containsExactlyInAnyOrderElementsOf(ORDER);
    }

    @Test
    void aboveThePackagesThereIsTheEntryAndNothingElse() {
        assertThat(CLASSES.stream().filter(type -> type.getPackageName().equals(ROOT)).map(type -> type.getSimpleName())).containsExactly("Main");
    }

    /// It judges the service from outside: a mistake that both shared would go unseen. Kept apart from the framework too, which must not boot for it.
    @Test
    void theVerifierIsABlackBox() {
        classes().that().resideInAPackage(ROOT + ".verify..")
                .should().onlyDependOnClassesThat().resideInAnyPackage("java..", "com.fasterxml.jackson..", ROOT + ".verify..").check(CLASSES);
    }

    @Test
    void packagesUseOnlyPackagesBeforeThem() {
        for (int i = 0; i < ORDER.size() - 1; i++) {
            var later = ORDER.subList(i + 1, ORDER.size()).stream().map(name -> ROOT + "." + name + "..").toArray(String[]::new);
            noClasses().that().resideInAPackage(ROOT + "." + ORDER.get(i) + "..").should().dependOnClassesThat().resideInAnyPackage(later).check(CLASSES);
        }
    }

    @Test
    void theProtocolIsPlainData() {
        classes().that().resideInAPackage(ROOT + ".protocol..")
                .should().onlyDependOnClassesThat().resideInAnyPackage("java..", "com.fasterxml.jackson.annotation..", ROOT + ".protocol..").check(CLASSES);
    }

    @Test
    void entitiesStayInTheirPackage() {
        classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate().check(CLASSES);
    }

    @Test
    void onlyTheSocketPackageKnowsWebSockets() {
        noClasses().that().resideOutsideOfPackage(ROOT + ".socket..").should().dependOnClassesThat().resideInAPackage("io.quarkus.websockets.next..")
                .check(CLASSES);
    }

    /// A native build only knows the types that a signature names: behind a bare `Response`, writing the body fails there and nowhere else.
    @Test
    void everyRestAnswerNamesItsType() {
        noMethods().that().areDeclaredInClassesThat().resideInAPackage(ROOT + "..").should().haveRawReturnType(jakarta.ws.rs.core.Response.class).check(CLASSES);
    }

    @Test
    void onlyUserReadsTheIdentity() {
        noClasses().that().resideOutsideOfPackage(ROOT + ".user..").should().dependOnClassesThat().resideInAPackage("org.eclipse.microprofile.jwt..")
                .check(CLASSES);
    }
}
