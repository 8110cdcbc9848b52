package consular.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import consular.benchmarks.target.CaseDriver;
import consular.benchmarks.target.Order;
import consular.benchmarks.target.Outcome;
import consular.cases.application.posts.ReferencePosts;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.posts.PostCode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Letters of a service that is none. */
class LetterLoadTest {
    private static final byte[] PDF = "%PDF-1.7 and so on".getBytes(StandardCharsets.US_ASCII);
    private static final CaseId FIRST = new CaseId(new UUID(0, 1));
    private static final CaseId SECOND = new CaseId(new UUID(0, 2));

    @Test
    void every_case_is_left_refused() {
        var given = new ArrayList<String>();
        CaseDriver cases = order -> {
            given.add(order.command().getClass().getSimpleName());
            return accepted(order);
        };
        var post = ReferencePosts.load().find(new PostCode("MNL")).orElseThrow();

        assertThat(LetterLoad.refused(cases, post, 2)).hasSize(2).doesNotHaveDuplicates();
        assertThat(given)
                .containsExactly(
                        "RegisterCase", "ApplyForVisa", "Refuse221g", "RegisterCase", "ApplyForVisa", "Refuse221g");
    }

    @Test
    void the_cases_take_turns() {
        var read = new ArrayList<CaseId>();
        LetterLoad.read(
                caseId -> {
                    read.add(caseId);
                    return PDF;
                },
                List.of(FIRST, SECOND),
                5);
        assertThat(read).containsExactly(FIRST, SECOND, FIRST, SECOND, FIRST);
    }

    @Test
    void one_slow_letter_in_ten_shows_in_the_95th_of_100_and_not_in_the_50th() {
        var read = new ArrayList<CaseId>();
        var load = LetterLoad.read(
                caseId -> {
                    read.add(caseId);
                    if (read.size() % 10 == 0) {
                        waitForMillis(30);
                    }
                    return PDF;
                },
                List.of(FIRST),
                100);
        assertThat(load.p95Millis()).isGreaterThanOrEqualTo(30);
        assertThat(load.p50Millis()).isCloseTo(0, within(15.0));
    }

    @Test
    void what_is_no_pdf_breaks_off_the_measurement() {
        for (var answer : List.of("", "%PDF", "<html>no such letter</html>")) {
            assertThatThrownBy(
                            () -> LetterLoad.read(_ -> answer.getBytes(StandardCharsets.US_ASCII), List.of(FIRST), 1))
                    .hasMessage("what came is no PDF");
        }
    }

    private static void waitForMillis(long millis) {
        var until = System.nanoTime() + millis * 1_000_000;
        while (System.nanoTime() < until) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
    }

    private static Outcome accepted(Order order) {
        var caseId = order.caseId() == null ? new CaseId(UUID.randomUUID()) : order.caseId();
        return new Outcome.Accepted(caseId, 1, 1, List.of(), List.of());
    }
}
