package consular.cases.projections.accesses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import consular.cases.application.accesses.Access;
import consular.cases.application.accesses.AccessNotRecorded;
import consular.cases.application.accesses.AccessQuestion;
import consular.cases.application.accesses.RecordedAccess;
import consular.cases.projections.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accesses are durable when they are recorded, found by whom and what they concern, and never changed. */
class PostgresAccessLogTest {
    private static final UUID CASE = new UUID(0, 1);
    private static final AccessQuestion ALL = new AccessQuestion(null, null, null, null, null);

    private HikariDataSource database;
    private JdbcClient jdbc;
    private PostgresAccessLog log;

    @BeforeEach
    void start() {
        database = TestDatabase.create();
        jdbc = JdbcClient.create(database);
        log = new PostgresAccessLog(jdbc);
    }

    @AfterEach
    void stop() {
        log.destroy();
        database.close();
    }

    @Test
    void what_is_recorded_is_found_as_it_was() {
        var full = new Access(
                "officer-a",
                List.of("ADJUDICATOR", "SUPERVISOR"),
                "readLog",
                List.of(CASE, new UUID(0, 2)),
                3L,
                9L,
                "limit=5",
                200,
                "request");
        var bare = access("auditor", CASE, 403);
        log.record(full);
        log.record(bare);
        assertThat(log.find(ALL, 10)).extracting(RecordedAccess::access).containsExactly(bare, full);
    }

    @Test
    void it_is_there_before_the_caller_goes_on() {
        log.record(access("officer-a", CASE, 200));
        assertThat(jdbc.sql("select count(*) from case_access")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void of_many_at_once_each_is_recorded_once_in_fewer_statements() throws Exception {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var readers = IntStream.range(0, 500)
                    .<Callable<Void>>mapToObj(reader -> () -> {
                        log.record(access("user-" + reader, CASE, 200));
                        return null;
                    })
                    .toList();
            for (var done : pool.invokeAll(readers)) {
                done.get();
            }
        }
        assertThat(jdbc.sql("select count(distinct user_id) from case_access")
                        .query(Long.class)
                        .single())
                .isEqualTo(500);
        assertThat(jdbc.sql("select count(distinct xmin::text) from case_access")
                        .query(Long.class)
                        .single())
                .isLessThan(400);
    }

    @Test
    void one_that_cannot_be_stored_fails_alone() throws Exception {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var readers = IntStream.range(0, 200)
                    .<Callable<Boolean>>mapToObj(reader -> () -> {
                        try {
                            log.record(access(reader == 7 ? "\0" : "user-" + reader, CASE, 200));
                            return true;
                        } catch (AccessNotRecorded refused) {
                            return false;
                        }
                    })
                    .toList();
            var recorded = 0;
            for (var done : pool.invokeAll(readers)) {
                recorded += done.get() ? 1 : 0;
            }
            assertThat(recorded).isEqualTo(199);
        }
    }

    @Test
    void without_a_database_nothing_is_recorded_and_with_it_again_it_is() {
        jdbc.sql("alter table case_access rename to away").update();
        assertThatExceptionOfType(AccessNotRecorded.class).isThrownBy(() -> log.record(access("officer-a", CASE, 200)));
        jdbc.sql("alter table away rename to case_access").update();
        log.record(access("officer-a", CASE, 200));
        assertThat(log.find(ALL, 10)).hasSize(1);
        log.destroy();
        assertThatExceptionOfType(AccessNotRecorded.class).isThrownBy(() -> log.record(access("officer-a", CASE, 200)));
    }

    @Test
    void they_are_found_by_case_user_and_time_page_by_page() {
        for (var n = 0; n < 25; n++) {
            log.record(access("user-" + n % 2, n % 5 == 0 ? CASE : new UUID(1, n), 200));
        }
        var seen = new ArrayList<Long>();
        @Nullable Long before = null;
        do {
            var page = log.find(new AccessQuestion(null, "user-0", null, null, before), 4);
            page.forEach(access -> seen.add(access.accessId()));
            before = page.isEmpty() ? null : page.getLast().accessId();
        } while (before != null);
        assertThat(seen)
                .hasSize(13)
                .doesNotHaveDuplicates()
                .isSortedAccordingTo((one, other) -> Long.compare(other, one));
        assertThat(log.find(new AccessQuestion(CASE, null, null, null, null), 50))
                .hasSize(5);
        assertThat(log.find(new AccessQuestion(CASE, "user-1", null, null, null), 50))
                .hasSize(2);
        var soon = Instant.now().plusSeconds(60);
        assertThat(log.find(new AccessQuestion(null, null, soon, null, null), 50))
                .isEmpty();
        assertThat(log.find(new AccessQuestion(null, null, null, soon, null), 50))
                .hasSize(25);
    }

    @Test
    void nobody_changes_them() {
        log.record(access("officer-a", CASE, 200));
        for (var change :
                List.of("update case_access set user_id = 'x'", "delete from case_access", "truncate case_access")) {
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> jdbc.sql(change).update())
                    .withMessageContaining("append-only");
        }
    }

    private static Access access(String user, UUID caseId, int status) {
        return new Access(user, List.of("AUDITOR"), "readCase", List.of(caseId), null, null, null, status, "request");
    }
}
