package consular.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import consular.ledger.core.content.Content;
import consular.ledger.core.hash.Hash;
import consular.ledger.core.note.NoteSigner;
import consular.ledger.core.note.TrustedKeys;
import consular.ledger.core.note.TrustedLog;
import consular.ledger.core.tiles.TilePath;
import consular.ledger.core.tiles.TileSource;
import consular.ledger.core.verification.CheckpointHistory;
import consular.ledger.core.verification.Finding;
import consular.ledger.core.verification.LogVerifier;
import consular.ledger.core.verification.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Verifies the log from its rows. */
final class LogCheck {

    private static final int PAGE = 1000;

    private final JdbcClient jdbc;

    LogCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Everything that is stored has one place, there is no hole, and each row follows from the one before. */
    void assertSound() {
        assertGapless();
        var verdict = verify(new CheckpointHistory.Trusted(List.of()), _ -> Optional.empty());
        assertThat(verdict).isInstanceOf(Verdict.Sound.class);
        assertThat(verdict.tally().entries()).isEqualTo(count("select count(*) from event"));
        for (var at = 0L; ; at += PAGE) {
            var page = new LoggedEntries(jdbc).from(at, PAGE);
            if (page.isEmpty()) {
                return;
            }
            assertThat(page).allMatch(LoggedEntries.LoggedEntry::agrees);
        }
    }

    void assertGapless() {
        assertThat(count("select size from log_head"))
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
            from (select stream_id, max(sequence) as last, count(*) as events from event group by stream_id) as stream
            where last <> events - 1
            """)).as("streams with holes").isZero();
    }

    Verdict verify(CheckpointHistory.Trusted history, TileSource tiles) {
        var verifier = new LogVerifier(history, tiles);
        var entries = new LoggedEntries(jdbc);
        var at = 0L;
        for (var page = entries.from(at, PAGE); !page.isEmpty(); page = entries.from(at, PAGE)) {
            for (var entry : page) {
                if (!verifier.accept(entry.canonical(), new Content(entry.clear(), new Content.None()))) {
                    return verifier.finish();
                }
            }
            at += page.size();
        }
        return verifier.finish();
    }

    /** Against the checkpoints that were signed, with the tiles to say which entry is wrong. */
    Verdict verify(NoteSigner signer) {
        return verify(history(signer), this::tile);
    }

    /** What is wrong with the tiles themselves. */
    Optional<Finding> tiles(NoteSigner signer) {
        return history(signer).verify(this::tile);
    }

    CheckpointHistory.Trusted history(NoteSigner signer) {
        var notes = jdbc.sql("select note from checkpoint order by size").query(String.class).list().stream()
                .map(note -> note.getBytes(StandardCharsets.UTF_8))
                .toList();
        var log = new TrustedLog(TestKeys.ORIGIN, TrustedKeys.of(signer.verifier()));
        return (CheckpointHistory.Trusted) CheckpointHistory.open(log, notes);
    }

    Optional<byte[]> tile(TilePath tile) {
        return jdbc.sql("select substring(hashes for ?) from tile where level = ? and index = ? and width >= ?")
                .params(tile.width() * Hash.LENGTH, tile.level(), tile.index(), tile.width())
                .query(byte[].class)
                .optional();
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
