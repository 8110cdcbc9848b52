package consular.ledger.core.verification;

import static org.assertj.core.api.Assertions.assertThat;

import consular.ledger.core.hash.Hash;
import consular.ledger.core.note.Checkpoint;
import consular.ledger.core.note.Keys;
import consular.ledger.core.note.SignedNote;
import consular.ledger.core.tiles.TilePath;
import consular.ledger.core.tiles.Tiles;
import consular.ledger.core.tree.ConsistencyProof;
import consular.ledger.core.tree.Proofs;
import consular.ledger.core.tree.TreeHasher;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckpointHistoryTest {

    private final TestLog log = TestLog.of(600, 150);
    private final List<Checkpoint> checkpoints = log.history().checkpoints();

    private void sign(long size, Hash root) {
        log.notes.add(SignedNote.sign(new Checkpoint(TestLog.ORIGIN, size, root).text(), log.signer)
                .bytes());
    }

    private Finding broken() {
        return ((CheckpointHistory.Broken) CheckpointHistory.open(log.trust, log.notes)).finding();
    }

    private List<ConsistencyProof> proofs() {
        var proofs = new Proofs(new Tiles(log.tiles, 600));
        List<ConsistencyProof> connecting = new ArrayList<>();
        for (var number = 1; number < checkpoints.size(); number++) {
            connecting.add(proofs.consistency(
                    checkpoints.get(number - 1).size(), checkpoints.get(number).size()));
        }
        return connecting;
    }

    @Test
    void checkpoints_of_the_log_are_believed_in_their_order() {
        assertThat(checkpoints).extracting(Checkpoint::size).containsExactly(150L, 300L, 450L, 600L, 600L);
    }

    @Test
    void a_checkpoint_that_may_not_be_believed_is_named() {
        var someone = Keys.signer("someone");
        log.notes.set(2, SignedNote.sign("x\n", someone).bytes());
        assertThat(broken())
                .isEqualTo(new Finding.CheckpointRefused(
                        2,
                        "no key that is trusted has signed it, it names "
                                + someone.verifier().reference()));
        assertThat(broken().sentence()).startsWith("checkpoint 2 does not count: ");
    }

    @Test
    void a_log_does_not_shrink() {
        sign(599, Hash.ZERO);
        var shrunk = new Checkpoint(TestLog.ORIGIN, 599, Hash.ZERO);
        assertThat(broken()).isEqualTo(new Finding.CheckpointsInconsistent(5, checkpoints.get(4), shrunk));
        assertThat(broken().sentence()).contains("checkpoint 5 over 599").contains("600");
    }

    @Test
    void a_log_of_one_size_has_one_root() {
        sign(600, Hash.ZERO);
        assertThat(broken()).isInstanceOf(Finding.CheckpointsInconsistent.class);
    }

    @Test
    void no_entries_have_one_root_only() {
        log.notes.clear();
        sign(0, Hash.ZERO);
        assertThat(broken()).isEqualTo(new Finding.CheckpointRefused(0, "it has a root over no entries"));
        log.notes.clear();
        sign(0, TreeHasher.emptyRoot());
        assertThat(CheckpointHistory.open(log.trust, log.notes)).isInstanceOf(CheckpointHistory.Trusted.class);
    }

    @Test
    void neighbours_are_shown_to_be_consistent_by_proofs() {
        assertThat(log.history().inconsistency(proofs())).isEmpty();
    }

    @Test
    void the_first_pair_that_is_not_consistent_is_named() {
        for (var number = 1; number < checkpoints.size(); number++) {
            var found =
                    new Finding.CheckpointsInconsistent(number, checkpoints.get(number - 1), checkpoints.get(number));
            var proofs = proofs();
            var other = proofs.get(number % proofs.size());
            proofs.set(number - 1, other);
            assertThat(log.history().inconsistency(proofs)).contains(found);
            assertThat(log.history().inconsistency(proofs().subList(0, number - 1)))
                    .contains(found);
        }
    }

    @Test
    void a_rewritten_log_is_no_continuation() {
        var root = Hash.ofHex("77".repeat(32));
        sign(700, root);
        var proofs = proofs();
        proofs.add(new ConsistencyProof(600, 700, List.of(root, root)));
        assertThat(log.history().inconsistency(proofs))
                .contains(new Finding.CheckpointsInconsistent(
                        5, checkpoints.get(4), new Checkpoint(TestLog.ORIGIN, 700, root)));
    }

    @Test
    void the_tiles_of_the_log_are_found_to_be_its_own() {
        assertThat(log.history().verify(log.tiles)).isEmpty();
        assertThat(TestLog.of(0, 1).history().verify(log.tiles)).isEmpty();
        assertThat(new CheckpointHistory.Trusted(List.of()).verify(log.tiles)).isEmpty();
    }

    @Test
    void a_tile_that_was_changed_is_found_on_every_level() {
        var needed = List.of(
                new TilePath(0, 0, 256), new TilePath(0, 1, 256), new TilePath(0, 2, 88), new TilePath(1, 0, 2));
        for (var tile : needed) {
            var content = log.tiles.tiles().get(tile);
            for (var place : List.of(0, content.length - 1)) {
                content[place] ^= 1;
                assertThat(log.history().verify(log.tiles))
                        .as(tile.path())
                        .hasValueSatisfying(finding -> assertThat(finding)
                                .isInstanceOf(
                                        tile.level() == 0 ? Finding.TilesNotSigned.class : Finding.TileDiffers.class));
                content[place] ^= 1;
            }
            log.tiles.tiles().remove(tile);
            assertThat(log.history().verify(log.tiles)).contains(new Finding.TileMissing(tile));
            log.tiles.tiles().put(tile, content);
        }
    }

    @Test
    void what_is_wrong_with_tiles_is_told() {
        var tile = new TilePath(1, 0, 2);
        assertThat(new Finding.TileMissing(tile).sentence()).startsWith("tile/1/000.p/2 is missing");
        assertThat(new Finding.TileDiffers(tile).sentence()).startsWith("tile/1/000.p/2 does not follow");
        assertThat(new Finding.TilesNotSigned(checkpoints.get(0), Hash.ZERO).sentence())
                .contains("over 150 entries");
    }
}
