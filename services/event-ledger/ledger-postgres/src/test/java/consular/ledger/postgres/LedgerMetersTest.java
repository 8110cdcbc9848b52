package consular.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the gauges ask the database, on a log that nobody orders or signs but this test. */
class LedgerMetersTest {

    private final TestDatabase database = TestDatabase.create().migrate();

    @Test
    void an_empty_log_waits_for_nothing() {
        assertThat(waiting()).isZero();
        assertThat(unsigned()).isZero();
    }

    @Test
    void the_oldest_event_without_a_place_counts_wherever_its_number_is() throws SQLException {
        var first = store();
        var second = store();
        assertThat(waiting()).isPositive();

        place(0, second, List.of(first));
        assertThat(waiting()).as("the first was passed over").isPositive();

        place(1, first, List.of());
        assertThat(waiting()).isZero();
    }

    @Test
    void the_first_event_behind_the_last_checkpoint_counts() throws SQLException {
        place(0, store(), List.of());
        place(1, store(), List.of());
        assertThat(unsigned()).isPositive();
        sign(1);
        assertThat(unsigned()).isPositive();
        sign(2);
        assertThat(unsigned()).isZero();
    }

    private long store() throws SQLException {
        try (var writer = new OpenWriter(database.dataSource())) {
            writer.insert(new TestStream().peek(1)).commit();
            return writer.batch();
        }
    }

    private void place(long firstIndex, long batch, List<Long> passedOver) {
        database.jdbc()
                .sql("insert into log_batch (first_index, batch, length, passed_over) values (?, ?, 1, ?)")
                .params(firstIndex, batch, passedOver.toArray(Long[]::new))
                .update();
    }

    private void sign(long size) {
        database.jdbc()
                .sql("insert into checkpoint (size, note, signed_at) values (?, '', now())")
                .param(size)
                .update();
    }

    private double waiting() {
        return seconds(LedgerMeters.OLDEST_WITHOUT_PLACE);
    }

    private double unsigned() {
        return seconds(LedgerMeters.OLDEST_UNSIGNED);
    }

    private double seconds(String sql) {
        return database.jdbc().sql(sql).query(Double.class).single();
    }
}
