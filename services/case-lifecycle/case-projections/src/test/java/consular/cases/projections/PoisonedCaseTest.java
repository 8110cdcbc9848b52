package consular.cases.projections;

import static consular.cases.projections.Cases.OFFICER;
import static consular.cases.projections.TestPosts.BOGOTA;
import static consular.cases.projections.TestPosts.MANILA;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseCommand.AddCaseNote;
import consular.cases.domain.people.CaseId;
import consular.cases.projections.feewindows.FeeWindow;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A case of which no rows can be made stays as it was, and keeps nothing else back. */
class PoisonedCaseTest {
    private ReadSide side;
    private CaseId poisoned;
    private long seen;

    @BeforeEach
    void poison() {
        side = ReadSide.started();
        side.cases.itIs("2024-03-05", BOGOTA);
        poisoned = side.cases.refused221g(BOGOTA);
        side.hasSeen(poisoned);
        seen = side.cases.version(poisoned);
        side.bean(TestPosts.class).loseCalendarOf(BOGOTA);
        side.cases.give(poisoned, OFFICER, new AddCaseNote("one more event"));
    }

    @AfterEach
    void stop() {
        side.close();
    }

    @Test
    void the_others_go_on_and_it_is_counted() {
        var others = new ArrayList<CaseId>();
        for (var n = 0; n < 20; n++) {
            others.add(side.cases.refused221g(MANILA));
        }
        // one more to each, so that every segment has gone on after it
        others.forEach(other -> side.cases.give(other, OFFICER, new AddCaseNote("and on")));

        assertThat(others).allSatisfy(side::hasSeen);
        assertThat(side.bean(MeterRegistry.class)
                        .get("consular.read.models.failed")
                        .functionCounter()
                        .count())
                .isPositive();
    }

    @Test
    void its_old_rows_stay_and_nobody_is_told_that_they_are_new() {
        assertThat(side.readModels().awaitCase(poisoned, seen + 1)).isFalse();
        assertThat(side.readModels().awaitCase(poisoned, seen)).isTrue();
        assertThat(windowsOf(poisoned)).isEqualTo(1);
    }

    @Test
    void a_rebuild_tries_it_again() {
        side.bean(TestPosts.class).findCalendars();

        assertThat(side.operations().rebuild().switched()).isTrue();

        side.hasSeen(poisoned);
        assertThat(windowsOf(poisoned)).isEqualTo(1);
    }

    private long windowsOf(CaseId caseId) {
        return side.all(ReadModelName.FEE_WINDOWS, Map.of()).stream()
                .map(FeeWindow.class::cast)
                .filter(window -> window.caseId().equals(caseId.value()))
                .count();
    }
}
