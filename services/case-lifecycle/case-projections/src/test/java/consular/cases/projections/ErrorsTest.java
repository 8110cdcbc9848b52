package consular.cases.projections;

import static consular.cases.projections.Cases.OFFICER;
import static consular.cases.projections.TestPosts.MANILA;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import consular.cases.domain.CaseCommand.AddCaseNote;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** An Error is no end of the work: whoever works alone goes on after it, or nobody would. */
class ErrorsTest {
    private static final String GENERATIONS = "read-models-watch-0";
    private static final String EDITION = "read-models-reference-data";

    /** Breaks the first two requests of each thread that looks. */
    private static final class Breaking extends DelegatingDataSource {
        final Map<String, Integer> asked = new ConcurrentHashMap<>();

        Breaking(HikariDataSource database) {
            super(database);
        }

        @Override
        public Connection getConnection() throws SQLException {
            var thread = Thread.currentThread().getName();
            if ((thread.equals(GENERATIONS) || thread.equals(EDITION)) && asked.merge(thread, 1, Integer::sum) <= 2) {
                throw new AssertionError("of the pool");
            }
            return super.getConnection();
        }
    }

    @Test
    void whoever_looks_which_read_models_serve_and_what_they_follow_from_looks_again() throws InterruptedException {
        try (var side = ReadSide.started()) {
            var breaking = new Breaking(side.dataSource);
            try (var other = side.over(breaking)) {
                var end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
                while (!(looks(breaking, GENERATIONS) && looks(breaking, EDITION)) && System.nanoTime() < end) {
                    Thread.sleep(50);
                }
                assertThat(breaking.asked.get(GENERATIONS)).isGreaterThan(2);
                assertThat(breaking.asked.get(EDITION)).isGreaterThan(2);
                assertThat(other.active()).isEqualTo(side.active());
            }
        }
    }

    private static boolean looks(Breaking breaking, String thread) {
        return breaking.asked.getOrDefault(thread, 0) > 2;
    }

    @Test
    void a_batch_that_broke_off_is_tried_again() {
        try (var side = ReadSide.started()) {
            side.cases.itIs("2024-03-05", MANILA);
            var caseId = side.cases.refused221g(MANILA);
            side.hasSeen(caseId);
            side.bean(TestPosts.class).breakFor(2);
            side.cases.give(caseId, OFFICER, new AddCaseNote("one more event"));
            var end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (!side.readModels().awaitCase(caseId, side.cases.version(caseId)) && System.nanoTime() < end) {
                assertThat(side.bean(Processors.class).isRunning()).isTrue();
            }
            side.hasSeen(caseId);
        }
    }
}
