package consular.benchmarks.history;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.application.posts.ReferencePosts;
import consular.cases.domain.posts.PostCode;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ActDaysTest {
    private static final LocalDate SATURDAY = LocalDate.of(2024, 2, 3);
    private static final Snapshot BEFORE = seen(SATURDAY.minusDays(7), null);

    private final Journal journal = new Journal();
    private final ActDays days =
            new ActDays(ReferencePosts.load().find(new PostCode("MNL")).orElseThrow(), journal);

    @Test
    void the_day_the_source_gives_is_taken_when_it_lies_between_the_snapshots() {
        var day = days.of(seen(SATURDAY, SATURDAY.minusDays(4)), BEFORE, BEFORE.seenOn(), true);

        assertThat(day).isEqualTo(SATURDAY.minusDays(4));
        assertThat(journal.choices()).isEmpty();
    }

    @Test
    void a_day_before_the_last_act_gives_way_to_the_snapshot() {
        var day = days.of(seen(SATURDAY, SATURDAY.minusDays(4)), BEFORE, SATURDAY.minusDays(2), false);

        assertThat(day).isEqualTo(SATURDAY);
    }

    @Test
    void an_application_is_made_on_the_nearest_working_day_of_the_interval() {
        var day = days.of(seen(SATURDAY, null), BEFORE, BEFORE.seenOn(), true);

        assertThat(day).isEqualTo(SATURDAY.minusDays(1));
    }

    @Test
    void an_interval_without_a_working_day_falls_back_on_the_one_before_it() {
        var before = seen(SATURDAY, null);
        var day = days.of(seen(SATURDAY.plusDays(1), null), before, SATURDAY.minusDays(20), true);

        assertThat(day).isEqualTo(SATURDAY.minusDays(1));
    }

    private static Snapshot seen(LocalDate on, @org.jspecify.annotations.Nullable LocalDate statusOn) {
        return new Snapshot(on, "MNL", statusOn, Counts.NONE);
    }
}
