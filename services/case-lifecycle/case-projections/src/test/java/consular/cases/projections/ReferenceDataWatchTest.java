package consular.cases.projections;

import static consular.cases.projections.TestPosts.MANILA;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.law.Policy;
import consular.cases.domain.people.CaseId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A node that starts with other calendars sees to it that the stored deadlines follow from them. */
class ReferenceDataWatchTest {
    private static final String AS_EVER = "closed on []";
    private static final String CHANGED = "closed on [2025-03-06]";

    private ReadSide side;
    private CaseId refused;

    @BeforeEach
    void start() throws InterruptedException {
        side = ReadSide.started();
        side.cases.itIs("2024-03-05", MANILA);
        refused = side.cases.refused221g(MANILA);
        side.hasSeen(refused);
        await(AS_EVER, this::edition);
    }

    @AfterEach
    void stop() {
        side.close();
    }

    @Test
    void stored_deadlines_move_with_a_changed_calendar_without_anybody_asking() throws InterruptedException {
        assertThat(terminatesOn()).isEqualTo("2025-03-06");
        side.bean(ReferenceDataWatch.class).stop();
        side.bean(Processors.class).stop();

        try (var restarted = side.another("node-2", TestPosts.closedOn("2025-03-06"))) {
            await(Generation.GREEN, restarted::active);
            assertThat(terminatesOn()).isEqualTo("2025-03-07");
            assertThat(edition()).isEqualTo(CHANGED);
        }
    }

    @Test
    void with_the_same_calendars_nothing_is_built_anew() throws InterruptedException {
        try (var restarted = side.another("node-2")) {
            Thread.sleep(Duration.ofSeconds(3));
            assertThat(restarted.active()).isEqualTo(Generation.BLUE);
        }
    }

    /** It goes on storing what follows from its own, so the next start builds them anew once more. */
    @Test
    void a_node_that_runs_on_with_the_former_calendars_is_made_good_when_it_starts_with_the_new()
            throws InterruptedException {
        try (var first = side.another("node-2", TestPosts.closedOn("2025-03-06"))) {
            await(ReferenceDataWatch.MIXED, this::edition);
            assertThat(first.active()).isEqualTo(Generation.GREEN);
            side.bean(ReferenceDataWatch.class).stop();
            side.bean(Processors.class).stop();

            try (var second = side.another("node-3", TestPosts.closedOn("2025-03-06"))) {
                await(CHANGED, this::edition);
                assertThat(second.active()).isEqualTo(Generation.BLUE);
            }
        }
    }

    /** So a release that adds a list, or a column to one, fills it for the cases of the past. */
    @Test
    void an_edition_is_of_the_tables_too() {
        var built = side.bean(Generations.class).edition();
        assertThat(built).startsWith(AS_EVER);
        assertThat(Edition.of(List.of(), new TestPosts(), Policy.RECOMMENDED))
                .startsWith(AS_EVER)
                .isNotEqualTo(built);
    }

    private String edition() {
        return String.valueOf(side.bean(Generations.class).edition()).split(" in ", 2)[0];
    }

    private LocalDate terminatesOn() {
        return side.jdbc
                .sql(side.active().in("select fires_on from {schema}.deadlines where case_id = ? and kind = 'TERM_B'"))
                .param(refused.value())
                .query(LocalDate.class)
                .single();
    }

    private static <T> void await(T expected, Supplier<T> actual) throws InterruptedException {
        var end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!Objects.equals(expected, actual.get()) && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        assertThat(actual.get()).isEqualTo(expected);
    }
}
