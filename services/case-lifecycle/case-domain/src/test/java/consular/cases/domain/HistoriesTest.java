package consular.cases.domain;

import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every short history of a small case: all sequences of some steps, by officers, supervisors and time. Whatever people do,
 * in whatever order, some things never hold.
 */
@Execution(ExecutionMode.CONCURRENT)
class HistoriesTest {
    @ParameterizedTest
    @EnumSource
    void whatever_is_done_in_whatever_order(HistoryFamily family, TestReporter reporter) {
        Histories.explore(
                family,
                (file, history, today) -> {
                    HistoryInvariants.CASES.forEach(it -> it.check().examine(file, history, today));
                    HistoryInvariants.thenNextStepsAreSaidToBeAllowed(family, file, today);
                },
                decided -> HistoryInvariants.DECISIONS.forEach(it -> it.check().examine(decided)),
                reporter);
    }

    /** But for evidence that comes late, which is taken if the service has not come: as G-10 has it. */
    @ParameterizedTest
    @EnumSource
    void W_21_comes_to_the_same_whether_the_service_is_quick_or_slow(HistoryFamily family) {
        QuickAndSlow.compare(family);
    }
}
