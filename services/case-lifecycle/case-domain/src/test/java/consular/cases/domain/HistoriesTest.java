package consular.cases.domain;

import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every short history of a small case: all sequences of some steps, by officers, supervisors and time. Whatever people do,
 * in whatever order, some things never hold.
 */
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
}
