package consular.cases.domain;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.law.Alarms;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The quick way to know that nothing is due is never sure where something is; of the histories {@link HistoriesTest} says so. */
class NothingDueTest {
    static List<Alarms> alarms() {
        return List.of(Alarms.RECOMMENDED, new Alarms(1, 400, 1), new Alarms(9, List.of(60, 7), 30));
    }

    /** Each clock that fires by itself is in doubt from the instant at which it does. */
    static void neverMissesAClock(CaseFile file, Alarms alarms) {
        TestPosts.find(file.post())
                .ifPresent(post -> assertThat(CaseDeadlines.of(file, post.inZone(file.zone()), alarms))
                        .filteredOn(Deadline::firesByItself)
                        .allSatisfy(clock -> assertThat(NothingDue.by(clock.firesAt(), file, alarms))
                                .isFalse()));
    }

    /** At no moment of any story, nor in one told in any order: no such case can be, and yet it is not left to chance. */
    @ParameterizedTest
    @MethodSource("alarms")
    void it_is_never_sure_where_something_is_due(Alarms alarms) throws IOException {
        var random = new Random(42);
        for (var story : StoriesTold.all()) {
            thenNeverMissesAClock(story.history(), alarms);
            var shuffled = new ArrayList<>(story.history());
            Collections.shuffle(shuffled.subList(Math.min(1, shuffled.size()), shuffled.size()), random);
            thenNeverMissesAClock(shuffled, alarms);
        }
    }

    private static void thenNeverMissesAClock(List<RecordedEvent> history, Alarms alarms) {
        var state = CaseDecider.initialState();
        for (var line : history) {
            state = CaseDecider.evolve(state, line.event(), line.stamp());
            if (state instanceof CaseFile file) {
                neverMissesAClock(file, alarms);
            }
        }
    }

    @Test
    void it_is_sure_of_a_case_on_the_day_of_its_refusal() {
        var story = CaseScenario.applied("2024-03-05").given("officer-a", refusedForWantOfADocument());
        var refusedAt = story.line(CaseEvent.VisaRefused.class).stamp().effectiveAt();
        assertThat(NothingDue.by(refusedAt, story.file(), Alarms.RECOMMENDED)).isTrue();
    }

    private static CaseCommand refusedForWantOfADocument() {
        return Commands.refuse221g("BC");
    }
}
