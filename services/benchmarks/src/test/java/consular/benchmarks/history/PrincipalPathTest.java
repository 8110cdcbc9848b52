package consular.benchmarks.history;

import static consular.benchmarks.history.Status.ISSUED;
import static consular.benchmarks.history.Status.PROCESSING;
import static consular.benchmarks.history.Status.READY;
import static consular.benchmarks.history.Status.REFUSED_221G;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PrincipalPathTest {
    @Test
    void the_principal_is_first_to_have_a_visa() {
        var path = PrincipalPath.of(List.of(counts(READY, READY), counts(ISSUED, READY)));

        assertThat(path).containsExactly(READY, ISSUED);
    }

    @Test
    void the_whole_history_settles_who_was_refused() {
        var laterIssuedAlone = List.of(counts(READY, READY), counts(PROCESSING, READY), counts(ISSUED, READY));
        var laterIssuedBeside = List.of(counts(READY, READY), counts(PROCESSING, READY), counts(PROCESSING, ISSUED));

        assertThat(PrincipalPath.of(laterIssuedAlone)).containsExactly(READY, PROCESSING, ISSUED);
        assertThat(PrincipalPath.of(laterIssuedBeside)).containsExactly(READY, READY, ISSUED);
    }

    @Test
    void a_visa_is_not_taken_back_where_another_reading_will_do() {
        var path = PrincipalPath.of(List.of(counts(ISSUED, READY, READY), counts(ISSUED, REFUSED_221G, READY)));

        assertThat(path).containsExactly(ISSUED, ISSUED);
    }

    @Test
    void who_can_stay_stays_and_the_rest_go_the_cheapest_way() {
        assertThat(Change.between(counts(ISSUED, READY, READY), counts(ISSUED, REFUSED_221G, READY)))
                .containsExactly(new Change(READY, REFUSED_221G, 1));
    }

    private static Counts counts(Status... statuses) {
        var counts = Counts.NONE;
        for (var status : statuses) {
            counts = counts.plus(status, 1);
        }
        return counts;
    }
}
