package consular.cases.service.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/**
 * A rule of the structure with the classes that it is about, so that a rule which has come to be about
 * nothing, because a package was renamed, is seen.
 */
record StructureRule(String sentence, DescribedPredicate<JavaClass> subjects, ArchRule rule) {

    /** The classes the rule is about. */
    List<String> subjectsAmong(JavaClasses classes) {
        return classes.stream()
                .filter(subjects)
                .map(JavaClass::getName)
                .sorted()
                .toList();
    }

    /** What breaks the rule, a line for each breach; empty when it is kept. */
    List<String> breachesAmong(JavaClasses classes) {
        return rule.allowEmptyShould(true).evaluate(classes).getFailureReport().getDetails();
    }

    @Override
    public String toString() {
        return sentence;
    }
}
