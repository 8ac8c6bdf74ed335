package org.eplatform.chat;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eplatform.chat.conversation.Conversations;
import org.eplatform.chat.conversation.Permit;
import org.eplatform.chat.protocol.ConversationId;
import org.junit.jupiter.api.Test;

/// The tree is the architecture: packages are features, in one total order, and each may use only the ones before it.
class ArchitectureTest {

    private static final String ROOT = "org.eplatform.chat";

    /// `dev` comes last: it serves development only, and nothing may need it.
    private static final List<String> ORDER = List.of("protocol", "setting", "audit", "trace", "limit", "error", "replica", "memory", "database", "user", "conversation", "message", "presence", "inbox",
            "relay", "admin", "socket", "verify", "dev");

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

    /// Access is decided in one place: nobody else can make the proof of it.
    @Test
    void onlyTheMembershipCheckMakesAPermit() {
        noClasses().that().doNotHaveFullyQualifiedName(Conversations.class.getName())
                .should().callConstructorWhere(target(owner(assignableTo(Permit.class)))).check(CLASSES);
    }

    /// Who is in a locked conversation is what was read under its lock, and nothing else.
    @Test
    void onlyWhatWasReadUnderTheLockMakesAMemberWhoMayWrite() {
        noClasses().that().doNotHaveSimpleName("BatchReads")
                .should().callConstructorWhere(target(owner(describe("is a member", type -> type.getName().endsWith(".Locked$Member"))))).check(CLASSES);
    }

    /// Whatever reads a conversation takes the proof that it may: a bare id only comes with a write, which is decided under the lock, and into the check.
    @Test
    void whatReadsAConversationTakesAPermit() {
        noMethods().that().areDeclaredInClassesThat(resideInAnyPackage(ROOT + ".message", ROOT + ".presence", ROOT + ".inbox")
                .and(annotatedWith(ApplicationScoped.class))).and().areNotPrivate().should().haveRawParameterTypes(containing(ConversationId.class)).check(CLASSES);
    }

    /// What everybody in a conversation is told without one of them asking is read by delivery alone.
    @Test
    void onlyDeliveryReadsForAWholeConversation() {
        noClasses().that().doNotHaveSimpleName("Repair").and().doNotHaveFullyQualifiedName(Conversations.class.getName())
                .should().callMethod(Conversations.class, "audiences", Set.class).orShould().callMethod(Conversations.class, "versions", Set.class)
                .check(CLASSES);
    }

    private static DescribedPredicate<List<JavaClass>> containing(Class<?> type) {
        return describe("contain " + type.getSimpleName(), parameters -> parameters.stream().anyMatch(parameter -> parameter.isEquivalentTo(type)));
    }
}
