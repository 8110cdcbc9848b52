package consular.ledger.core.verification;

import static org.assertj.core.api.Assertions.assertThat;

import consular.ledger.core.entry.CanonicalEntry;
import consular.ledger.core.tiles.TreeShape;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Tiles that are compared with the entries, as these are verified, need no second tree. */
class TilesAgreeTest {

    @Test
    void tiles_agree_only_if_each_is_there_and_right() {
        var large = TestLog.of(600, 256);
        assertThat(tilesAgree(large)).isTrue();
        for (var tile : List.copyOf(large.tiles.tiles().keySet())) {
            var right = Objects.requireNonNull(large.tiles.tiles().get(tile));
            var needed = TreeShape.has(tile, 600);
            large.tiles.tiles().remove(tile);
            assertThat(tilesAgree(large)).as(tile.path()).isEqualTo(!needed);
            for (var place = 0; place < right.length; place += 331) {
                var wrong = right.clone();
                wrong[place] ^= 1;
                large.tiles.tiles().put(tile, wrong);
                assertThat(tilesAgree(large)).as(tile.path()).isEqualTo(!needed);
            }
            large.tiles.tiles().put(tile, right);
        }
        assertThat(tilesAgree(TestLog.of(0, 1))).isTrue();
    }

    @Test
    void nothing_is_said_for_tiles_of_a_log_that_is_not_sound() {
        var log = TestLog.of(30, 10);
        log.entries.set(3, CanonicalEntry.encode(TestLog.by(log.entry(3), "someone-else")));
        assertThat(tilesAgree(log)).isFalse();
    }

    private static boolean tilesAgree(TestLog of) {
        var verifier = new LogVerifier(of.history(), of.tiles);
        of.entries.forEach(entry -> verifier.accept(entry, 0, entry.length));
        verifier.finish();
        return verifier.tilesAgree();
    }
}
