package consular.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import consular.ledger.postgres.append.Append;
import consular.ledger.postgres.append.GroupCommit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A session keeps the plans of append_events, whatever the tables were when it made them. The server counts what they read. */
@Timeout(120)
class AppendPlanTest {

    private static final List<String> TABLES =
            List.of("event", "command_key", "taken_value", "data_key", "secret_part");

    private static final int LONG = 20_000;

    private final TestDatabase database = TestDatabase.create().migrate();
    private final UUID person = UUID.randomUUID();
    private final TestStream longStream = new TestStream();
    private int appends;

    @Test
    void looks_into_indexes_whether_the_tables_are_empty_or_were_when_the_plan_was_made() throws Exception {
        var scansBefore = count("seq_scan");

        withACommitter(commits -> {
            for (var number = 0; number < 20; number++) {
                append(commits);
            }
            lengthen(commits);
            for (var number = 0; number < 20; number++) {
                append(commits);
            }
        });
        withACommitter(this::append);
        database.jdbc().sql("analyze").update();
        var scansByAnalyze = count("seq_scan");
        withACommitter(this::append);

        assertThat(scansByAnalyze).as("by appends").isEqualTo(scansBefore);
        assertThat(count("seq_scan")).as("by appends behind an analyze").isEqualTo(scansBefore);
    }

    @Test
    void reads_the_last_event_of_a_stream_and_no_other() throws Exception {
        withACommitter(this::lengthen);
        var readBefore = count("idx_tup_fetch").get("event");

        withACommitter(this::append);

        assertThat(count("idx_tup_fetch").get("event") - readBefore).isEqualTo(1);
    }

    private void lengthen(GroupCommit commits) {
        var events = longStream.peek(LONG);
        commits.append(new Append(events, null, List.of()));
        longStream.stored(events);
    }

    /** To the long stream, with a value, a request and what is about a person. */
    private void append(GroupCommit commits) {
        var number = "number " + ++appends;
        var newcomers = appends == 1 ? List.of(person) : List.<UUID>of();
        var append = PersonalAppends.append(longStream, newcomers, person, number, number);
        commits.append(append);
        longStream.stored(append.events());
    }

    private interface Appending {
        void with(GroupCommit commits);
    }

    /** The counts of a session are there when it has ended. */
    private void withACommitter(Appending appending) throws Exception {
        var commits = new GroupCommit(database.dataSource(), 100, Duration.ofSeconds(60), () -> {});
        commits.start();
        appending.with(commits);
        commits.stop();
        Eventually.await(
                "its sessions have ended",
                () -> database.jdbc()
                        .sql("select count(*) from pg_stat_activity where datname = current_database()")
                        .query(Long.class)
                        .single()
                        .equals(1L));
    }

    private Map<String, Long> count(String counter) {
        return TABLES.stream()
                .collect(Collectors.toMap(
                        table -> table,
                        table -> database.jdbc()
                                .sql("select " + counter + " from pg_stat_user_tables where relname = ?")
                                .param(table)
                                .query(Long.class)
                                .single()));
    }
}
