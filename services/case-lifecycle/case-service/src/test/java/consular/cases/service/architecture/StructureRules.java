package consular.cases.service.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/** The rules of the structure. Each takes the package it governs, so that it can be tried on code that breaks it. */
final class StructureRules {

    private static final String CONTROLLER = "org.springframework.stereotype.Controller";

    /** {@code Type.method}: whatever answers differently for the same arguments. */
    private static final Set<String> UNREPEATABLE = Set.of(
            "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone",
            "java.time.Clock.system",
            "java.time.Clock.tickMillis",
            "java.time.Clock.tickSeconds",
            "java.time.Clock.tickMinutes",
            "java.time.ZoneId.systemDefault",
            "java.util.Date.<init>",
            "java.util.Calendar.getInstance",
            "java.util.Locale.getDefault",
            "java.util.TimeZone.getDefault",
            "java.util.UUID.randomUUID",
            "java.lang.Math.random",
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.lang.System.getenv",
            "java.lang.System.getProperty");

    private static final Set<String> SOURCES_OF_CHANCE = Set.of(
            "java.util.Random",
            "java.util.SplittableRandom",
            "java.util.concurrent.ThreadLocalRandom",
            "java.security.SecureRandom",
            "java.util.random.RandomGenerator");

    private StructureRules() {}

    /** The law is written in Java and nothing else. */
    static StructureRule domainKnowsOnlyTheJdk(String domain) {
        var inDomain = resideInAPackage(domain + "..");
        return new StructureRule(
                "the domain depends on the JDK, on JSpecify and on itself",
                inDomain,
                classes()
                        .that(inDomain)
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage("java..", "org.jspecify..", domain + ".."));
    }

    /** The same history and command give the same answer on every machine, at any hour. */
    static StructureRule domainIsRepeatable(String domain) {
        var inDomain = resideInAPackage(domain + "..");
        return new StructureRule(
                "the domain reads no clock and throws no dice",
                inDomain,
                noClasses().that(inDomain).should().accessTargetWhere(isUnrepeatable()));
    }

    /** The root package of the domain draws its parts together; the parts do not know it. */
    static StructureRule domainPartsDoNotKnowTheWhole(String domain) {
        var inParts = resideInAPackage(domain + ".*..");
        return new StructureRule(
                "parts of the domain do not import its root package",
                inParts,
                noClasses().that(inParts).should().dependOnClassesThat().resideInAPackage(domain));
    }

    /** Any two packages under the root can be understood one after the other. */
    static StructureRule packagesAreFreeOfCycles(String root) {
        return new StructureRule(
                "no cycle between the packages of " + root,
                resideInAPackage(root + ".."),
                slices().matching(root + ".(**)").should().beFreeOfCycles());
    }

    /** The same for whole sub-trees. */
    static StructureRule subtreesAreFreeOfCycles(String root) {
        return new StructureRule(
                "no cycle between the sub-trees of " + root,
                resideInAPackage(root + ".*.."),
                slices().matching(root + ".(*)..").should().beFreeOfCycles());
    }

    /** A read model can be added, rebuilt or thrown away without reading another. */
    static StructureRule readModelsDoNotKnowEachOther(String projections) {
        return new StructureRule(
                "read models do not import each other",
                resideInAPackage(projections + ".*.."),
                slices().matching(projections + ".(*)..").should().notDependOnEachOther());
    }

    /** The ledger could serve any application. */
    static StructureRule ledgerDoesNotKnowCases(String root) {
        var inLedger = resideInAPackage(root + ".ledger..");
        return new StructureRule(
                "the ledger does not import the cases",
                inLedger,
                noClasses().that(inLedger).should().dependOnClassesThat().resideInAPackage(root + ".cases.."));
    }

    /** Package annotations are not inherited by sub-packages, so each has its own. */
    static StructureRule packagesAreNullMarked(String root) {
        var inRoot = resideInAPackage(root + "..");
        return new StructureRule(
                "every package says in its package-info that nothing is null",
                inRoot,
                classes().that(inRoot).should(resideInANullMarkedPackage()));
    }

    /** A controller is reached over HTTP, never by name. */
    static StructureRule controllersArePackagePrivate(String root) {
        var controllers = resideInAPackage(root + "..")
                .and(simpleNameEndingWith("Controller").or(isAnnotatedAsController()))
                .as("controllers");
        return new StructureRule(
                "controllers are package-private",
                controllers,
                classes().that(controllers).should().bePackagePrivate());
    }

    /** A projection is reached by events, never by name. */
    static StructureRule projectionsArePackagePrivate(String root) {
        var projections = resideInAPackage(root + "..")
                .and(simpleNameEndingWith("Projection"))
                .as("projections");
        return new StructureRule(
                "projections are package-private",
                projections,
                classes().that(projections).should().bePackagePrivate());
    }

    private static DescribedPredicate<JavaClass> isAnnotatedAsController() {
        return DescribedPredicate.describe(
                "annotated as controllers",
                type -> annotatedWith(CONTROLLER).test(type) || type.isMetaAnnotatedWith(CONTROLLER));
    }

    private static DescribedPredicate<JavaAccess<?>> isUnrepeatable() {
        return DescribedPredicate.describe("it asks for the time, for chance or for the machine's settings", access -> {
            var owner = access.getTargetOwner().getName();
            var member = access.getTarget().getName();
            return UNREPEATABLE.contains(owner + "." + member)
                    || SOURCES_OF_CHANCE.contains(owner)
                    || (owner.startsWith("java.time.") && member.equals("now"));
        });
    }

    private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return new ArchCondition<>("reside in a package marked @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var marked = type.getPackage()
                        .tryGetPackageInfo()
                        .filter(info -> info.isAnnotatedWith(NullMarked.class))
                        .isPresent();
                events.add(new SimpleConditionEvent(
                        type, marked, type.getName() + " is in " + type.getPackageName() + ", which is not marked"));
            }
        };
    }
}
