package consular.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import consular.ledger.core.content.Content;
import consular.ledger.core.content.ContentLine;
import consular.ledger.core.verification.CheckpointHistory;
import consular.ledger.core.verification.Finding;
import consular.ledger.core.verification.LogVerifier;
import consular.ledger.core.verification.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows that somebody has altered or taken out, with the triggers off: neither the service nor an export passes over them. */
@Timeout(60)
class DamagedRowsTest {

    private static final int SIZE = 12;
    private static final int DAMAGED = 5;

    private final TestDatabase database = TestDatabase.create().migrate();
    private final JdbcClient jdbc = database.jdbc();
    private final TestLedger ledger = new TestLedger(database);
    private final LogEvidence evidence = new LogEvidence(jdbc, List.of(), 4);

    @BeforeEach
    void store() {
        for (var sequence = 0; sequence < SIZE; sequence++) {
            ledger.append(TestLedger.event("order 1", sequence));
        }
        jdbc.sql("alter table event disable trigger user").update();
        jdbc.sql("alter table log_batch disable trigger user").update();
    }

    @AfterEach
    void end() {
        ledger.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stream_name = 'order 2'",
                "stream_name = null",
                "event_name = 'x'",
                "stream_id = gen_random_uuid()"
            })
    void an_event_whose_name_was_altered_is_read_by_nobody(String change) {
        change(change);

        assertThatThrownBy(() -> ledger.log().after(0, 100)).isInstanceOf(DamagedLog.class);
        assertThatThrownBy(() -> ledger.log().forEach(0, _ -> {})).isInstanceOf(DamagedLog.class);
        assertThatThrownBy(() -> ledger.engine().readEvents(null, false).toList())
                .isInstanceOf(DamagedLog.class);
        assertThat(finding()).isInstanceOf(Finding.Unreadable.class);
        assertThat(((Finding.Unreadable) finding()).index()).isEqualTo(DAMAGED);
    }

    @Test
    void neither_is_its_stream() {
        change("stream_name = 'order 2'");
        assertThatThrownBy(() -> ledger.log().stream("order 1")).isInstanceOf(DamagedLog.class);
        assertThatThrownBy(() -> ledger.log().streams(List.of("order 1"))).isInstanceOf(DamagedLog.class);
        assertThatThrownBy(
                        () -> ledger.engine().readEvents("order 1").asStream().toList())
                .isInstanceOf(DamagedLog.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "actor = ''                        | actor takes 0 bytes",
                "recorded_at = 'infinity'          | recordedAt",
                "effective_at = '-infinity'        | effectiveAt",
                "clear = '\\xff0aff'                | UTF-8",
                "type = repeat('x', 2000)          | type takes 2000 bytes",
                "clear = convert_to(repeat('x', 4000000), 'UTF8') | too long"
            })
    void what_can_be_no_entry_is_a_line_that_the_verifier_names(String change, String why) {
        change(change);

        assertThat(finding()).isInstanceOf(Finding.Unreadable.class);
        assertThat(((Finding.Unreadable) finding()).index()).isEqualTo(DAMAGED);
        assertThat(finding().sentence()).contains("entry " + DAMAGED).contains(why);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, SIZE - 1})
    void a_hole_is_named_where_it_is_and_shifts_nothing(int index) {
        remove(index, index);

        var left = entries();
        assertThat(left).hasSize(SIZE);
        assertThat(left.get(index)).contains("nothing is stored at this index");
        for (var other = 0; other < SIZE; other++) {
            if (other != index) {
                assertThat(left.get(other)).contains("\"sequence\":" + other + ",");
            }
        }
        assertThatThrownBy(() -> ledger.log().forEach(0, _ -> {})).isInstanceOf(DamagedLog.class);
        assertThatThrownBy(() -> ledger.log().after(0, 100)).isInstanceOf(DamagedLog.class);
    }

    @Test
    void a_log_whose_end_was_taken_out_is_walked_to_its_end() {
        remove(DAMAGED, SIZE - 1);

        assertThat(entries()).hasSize(SIZE);
        assertThat(((Finding.Unreadable) finding()).index()).isEqualTo(DAMAGED);
        assertThatThrownBy(() -> ledger.log().forEach(0, _ -> {})).isInstanceOf(DamagedLog.class);
    }

    @Test
    void a_log_whose_order_was_taken_out_is_walked_to_its_end() {
        jdbc.sql("delete from log_batch where first_index >= ?").param(DAMAGED).update();

        assertThat(entries()).hasSize(SIZE);
        assertThat(((Finding.Unreadable) finding()).index()).isEqualTo(DAMAGED);
    }

    private void change(String change) {
        assertThat(jdbc.sql("update event set " + change + " where sequence = ?")
                        .param(DAMAGED)
                        .update())
                .isEqualTo(1);
    }

    private void remove(int from, int to) {
        jdbc.sql("delete from event where sequence between ? and ?")
                .params(from, to)
                .update();
    }

    private List<String> entries() {
        var lines = new ArrayList<String>();
        var indexes = new ArrayList<Long>();
        evidence.forEach(SIZE, event -> {
            indexes.add(event.logIndex());
            lines.add(new String(event.entry(), StandardCharsets.UTF_8));
            assertThat(ContentLine.encode(new Content(event.clear(), new Content.None())))
                    .isNotEmpty();
        });
        assertThat(indexes).isEqualTo(LongStream.range(0, SIZE).boxed().toList());
        assertThat(contents()).hasSize(SIZE);
        return lines;
    }

    private List<String> contents() {
        var lines = new ArrayList<String>();
        evidence.forEachContent(
                SIZE, content -> lines.add(new String(ContentLine.encode(content), StandardCharsets.UTF_8)));
        return lines;
    }

    private Finding finding() {
        var verifier = new LogVerifier(new CheckpointHistory.Trusted(List.of()));
        evidence.forEach(SIZE, event -> verifier.accept(event.entry(), new Content(event.clear(), new Content.None())));
        return ((Verdict.Broken) verifier.finish()).finding();
    }
}
