package consular.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import consular.ledger.core.entry.Chain;
import consular.ledger.core.entry.Slice;
import consular.ledger.core.hash.Hash;
import consular.ledger.core.note.NoteSigner;
import consular.ledger.core.note.TrustedKeys;
import consular.ledger.core.note.TrustedLog;
import consular.ledger.core.tiles.TileSource;
import consular.ledger.core.tree.TreeHasher;
import consular.ledger.core.verification.CheckpointHistory;
import consular.ledger.core.verification.Finding;
import consular.ledger.core.verification.LogVerifier;
import consular.ledger.core.verification.Verdict;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Verifies the log from its rows. */
final class LogCheck {

    private static final int PAGE = 100;

    private final JdbcClient jdbc;
    private final LogEvidence evidence;

    LogCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.evidence = new LogEvidence(jdbc, List.of(), PAGE);
    }

    /** Everything that is stored has one place, there is no hole, and each row follows from the one before. */
    void assertSound() {
        assertGapless();
        var verdict = verify(new CheckpointHistory.Trusted(List.of()), _ -> Optional.empty());
        assertThat(verdict).isInstanceOf(Verdict.Sound.class);
        assertThat(verdict.tally().entries()).isEqualTo(count("select count(*) from event"));
        assertThat(contradictions(0)).isEmpty();
    }

    void assertGapless() {
        assertThat(count(EventLog.HEAD))
                .isEqualTo(count("select count(*) from event"))
                .isEqualTo(count("select coalesce(sum(length), 0) from log_batch"));
        assertThat(count("""
            select count(*)
            from (select first_index, lag(first_index + length, 1, 0::bigint) over (order by first_index) as expected
                  from log_batch) as batch
            where first_index <> expected
            """)).as("holes in the log").isZero();
        assertThat(count("""
            select count(*)
            from log_batch
            where length <> (select count(*) from event where event.batch = log_batch.batch)
            """)).as("batches of another length").isZero();
        assertThat(count("""
            select count(*)
            from (select place, row_number() over (partition by batch order by place) - 1 as expected from event) as event
            where place <> expected
            """)).as("holes in batches").isZero();
        assertThat(count("""
            select count(*)
            from (select stream_id, max(sequence) as last, count(*) as events from event group by stream_id) as stream
            where last <> events - 1
            """)).as("streams with holes").isZero();
    }

    /** Where, from an index on, a row's own leaf, chain, slice or names are not those that follow from the rest of it. */
    List<Long> contradictions(long from) {
        var rows = jdbc.sql("""
            select event.stream_id, event.stream_name, event.event_id, event.event_name, event.slice, event.chain,
                   event.leaf, (select before.chain from event as before
                                where before.stream_id = event.stream_id
                                    and before.sequence = event.sequence - 1
                                order by before.batch limit 1) as previous
            from log_batch
            join event using (batch)
            where log_batch.first_index + event.place >= ?
            order by log_batch.first_index, event.place
            """)
                .param(from)
                .query((row, number) -> new Derived(row))
                .list();
        var entries = jdbc.sql(LogEvidence.FROM)
                .params(from, from, Integer.MAX_VALUE)
                .query((row, _) -> Evidence.of(row))
                .list();
        var contradictions = new ArrayList<Long>();
        for (var number = 0; number < rows.size(); number++) {
            if (!rows.get(number).followsFrom(entries.get(number).entry())) {
                contradictions.add(from + number);
            }
        }
        return contradictions;
    }

    Verdict verify(CheckpointHistory.Trusted history, TileSource tiles) {
        var verifier = new LogVerifier(history, tiles);
        acceptFrom(0, verifier);
        return verifier.finish();
    }

    /** Goes on with what comes from an index on, and answers where it has come to. */
    long acceptFrom(long index, LogVerifier verifier) {
        var accepted = new AtomicLong(index);
        evidence.forEach(index, count(EventLog.HEAD), event -> {
            if (verifier.accept(event.entry(), event.content())) {
                accepted.incrementAndGet();
            }
        });
        return accepted.get();
    }

    /** Against the checkpoints that were signed, with the tiles to say which entry is wrong. */
    Verdict verify(NoteSigner signer) {
        return verify(history(signer), tiles());
    }

    /** What is wrong with the tiles themselves. */
    Optional<Finding> tiles(NoteSigner signer) {
        return history(signer).verify(tiles());
    }

    TileSource tiles() {
        return evidence.tiles();
    }

    CheckpointHistory.Trusted history(NoteSigner signer) {
        var notes = new ArrayList<byte[]>();
        evidence.forEachCheckpoint(Long.MAX_VALUE, note -> notes.add(note.getBytes(StandardCharsets.UTF_8)));
        var log = new TrustedLog(TestKeys.ORIGIN, TrustedKeys.of(signer.verifier()));
        return (CheckpointHistory.Trusted) CheckpointHistory.open(log, notes);
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    /** What a row says that could be reckoned from the rest of it. */
    private static final class Derived {

        private final UUID stream;
        private final int slice;
        private final Hash chain;
        private final Hash leaf;
        private final Hash previous;
        private final Map<String, UUID> names = new HashMap<>();

        Derived(ResultSet row) throws SQLException {
            stream = row.getObject("stream_id", UUID.class);
            slice = row.getInt("slice");
            chain = Hash.at(row.getBytes("chain"), 0);
            leaf = Hash.at(row.getBytes("leaf"), 0);
            var before = row.getBytes("previous");
            previous = before == null ? Chain.START : Hash.at(before, 0);
            if (row.getString("stream_name") != null) {
                names.put(row.getString("stream_name"), stream);
            }
            if (row.getString("event_name") != null) {
                names.put(row.getString("event_name"), row.getObject("event_id", UUID.class));
            }
        }

        boolean followsFrom(byte[] entry) {
            return leaf.equals(TreeHasher.leaf(entry))
                    && chain.equals(Chain.next(previous, entry))
                    && slice == Slice.of(stream)
                    && names.entrySet().stream()
                            .allMatch(name -> LedgerIds.of(name.getKey()).id().equals(name.getValue()));
        }
    }
}
