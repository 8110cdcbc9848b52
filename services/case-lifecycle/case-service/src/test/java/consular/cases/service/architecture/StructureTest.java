package consular.cases.service.architecture;

import static consular.cases.service.architecture.StructureRules.controllersArePackagePrivate;
import static consular.cases.service.architecture.StructureRules.domainIsRepeatable;
import static consular.cases.service.architecture.StructureRules.domainKnowsOnlyTheJdk;
import static consular.cases.service.architecture.StructureRules.domainPartsDoNotKnowTheWhole;
import static consular.cases.service.architecture.StructureRules.ledgerDoesNotKnowCases;
import static consular.cases.service.architecture.StructureRules.packagesAreFreeOfCycles;
import static consular.cases.service.architecture.StructureRules.packagesAreNullMarked;
import static consular.cases.service.architecture.StructureRules.projectionsArePackagePrivate;
import static consular.cases.service.architecture.StructureRules.readModelsDoNotKnowEachOther;
import static consular.cases.service.architecture.StructureRules.subtreesAreFreeOfCycles;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds every rule of the structure against our code, and against a fixture that breaks it. */
class StructureTest {

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("consular");

    private static final JavaClasses FIXTURES =
            new ClassFileImporter().importPackages(StructureTest.class.getPackageName() + ".fixtures");

    static List<StructureRule> rules() {
        return List.of(
                domainKnowsOnlyTheJdk("consular.cases.domain"),
                domainIsRepeatable("consular.cases.domain"),
                domainIsRepeatable("consular.cases.letters"),
                domainKnowsOnlyTheJdk("consular.ledger.core"),
                domainIsRepeatable("consular.ledger.core"),
                domainPartsDoNotKnowTheWhole("consular.cases.letters"),
                domainPartsDoNotKnowTheWhole("consular.cases.domain"),
                packagesAreFreeOfCycles("consular.cases"),
                packagesAreFreeOfCycles("consular.ledger"),
                subtreesAreFreeOfCycles("consular"),
                subtreesAreFreeOfCycles("consular.cases"),
                readModelsDoNotKnowEachOther("consular.cases.projections"),
                ledgerDoesNotKnowCases("consular"),
                packagesAreNullMarked("consular"),
                controllersArePackagePrivate("consular.cases.web"),
                projectionsArePackagePrivate("consular.cases.projections"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void our_code_keeps(StructureRule rule) {
        assertThat(rule.subjectsAmong(OURS)).as("classes the rule is about").isNotEmpty();
        assertThat(rule.breachesAmong(OURS)).isEmpty();
    }

    static Stream<Arguments> brokenRules() {
        return Stream.of(
                broken(domainKnowsOnlyTheJdk(fixture("impuredomain")), "LogsItsDecision"),
                broken(domainIsRepeatable(fixture("unrepeatabledomain")), "Instant.now()"),
                broken(domainIsRepeatable(fixture("unrepeatabledomain")), "LocalDate.now()"),
                broken(domainIsRepeatable(fixture("unrepeatabledomain")), "Clock.systemUTC()"),
                broken(domainIsRepeatable(fixture("unrepeatabledomain")), "UUID.randomUUID()"),
                broken(domainIsRepeatable(fixture("unrepeatabledomain")), "Math.random()"),
                broken(domainIsRepeatable(fixture("unrepeatabledomain")), "Random.<init>()"),
                broken(domainIsRepeatable(fixture("unrepeatabledomain")), "System.nanoTime()"),
                broken(domainIsRepeatable(fixture("unrepeatabledomain")), "System.currentTimeMillis()"),
                broken(domainPartsDoNotKnowTheWhole(fixture("knowingpart")), "knowingpart.part.Part"),
                broken(packagesAreFreeOfCycles(fixture("cycle")), "Cycle detected"),
                broken(subtreesAreFreeOfCycles(fixture("cycle")), "Cycle detected"),
                broken(readModelsDoNotKnowEachOther(fixture("entangledprojections")), "FeeWindowProjection"),
                broken(ledgerDoesNotKnowCases(fixture("knowingledger")), "ledger.Log"),
                broken(packagesAreNullMarked(fixture("unmarked")), "unmarked.Unmarked"),
                broken(controllersArePackagePrivate(fixture("publicweb")), "CaseController"),
                broken(controllersArePackagePrivate(fixture("publicweb")), "AnnotatedOnly"),
                broken(projectionsArePackagePrivate(fixture("entangledprojections")), "ReviewQueueProjection"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("brokenRules")
    void a_breach_is_seen(StructureRule rule, JavaClasses breaking, String culprit) {
        assertThat(rule.breachesAmong(breaking)).anyMatch(breach -> breach.contains(culprit));
    }

    private static Arguments broken(StructureRule rule, String culprit) {
        return Arguments.of(rule, FIXTURES, culprit);
    }

    private static String fixture(String name) {
        return StructureTest.class.getPackageName() + ".fixtures." + name;
    }
}
