package consular.ledger.core.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import consular.ledger.core.hash.Hash;
import consular.ledger.core.tree.CompactRange;
import consular.ledger.core.tree.NaiveTree;
import consular.ledger.core.tree.Proofs;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TilesTest {

    private static final NaiveTree TREE = NaiveTree.of(70_000);

    private static TilesInMemory written(int size) {
        var store = new TilesInMemory();
        var writer = new TileWriter(store);
        TREE.leaves().subList(0, size).forEach(writer::append);
        writer.flush();
        assertThat(writer.size()).isEqualTo(size);
        return store;
    }

    @Test
    void a_tree_of_70_000_has_the_tiles_of_the_specification() {
        var tiles = written(70_000).tiles();
        Map<String, Long> counts = tiles.keySet().stream()
                .collect(Collectors.groupingBy(
                        tile -> tile.level() + (tile.isFull() ? " full" : " of " + tile.width()),
                        Collectors.counting()));
        assertThat(counts).isEqualTo(Map.of("0 full", 273L, "0 of 112", 1L, "1 full", 1L, "1 of 17", 1L, "2 of 1", 1L));
        assertThat(tiles).containsKey(new TilePath(0, 273, 112));
        assertThat(tiles).containsKey(new TilePath(1, 1, 17));
        assertThat(tiles).allSatisfy((tile, content) -> assertThat(content).hasSize(tile.width() * 32));
        assertThat(tiles.get(new TilePath(2, 0, 1))).isEqualTo(TREE.root(65_536).bytes());
        assertThat(Hash.at(tiles.get(new TilePath(1, 0, 256)), 255 * 32))
                .isEqualTo(new NaiveTree(TREE.leaves().subList(255 * 256, 65_536)).root(256));
    }

    @Test
    void a_tree_of_256_has_a_full_tile_and_one_hash_above_it() {
        assertThat(written(256).tiles()).containsOnlyKeys(new TilePath(0, 0, 256), new TilePath(1, 0, 1));
        assertThat(TreeShape.partialTiles(256)).containsExactly(new TilePath(1, 0, 1));
        assertThat(TreeShape.partialTiles(0)).isEmpty();
        assertThat(TreeShape.partialTiles(70_000))
                .containsExactly(new TilePath(0, 273, 112), new TilePath(1, 1, 17), new TilePath(2, 0, 1));
        assertThat(TreeShape.partialTiles(Long.MAX_VALUE)).hasSize(8).contains(new TilePath(7, 0, 127));
    }

    @Test
    void no_tile_is_written_before_the_first_leaf() {
        assertThat(written(0).tiles()).isEmpty();
    }

    @Test
    void every_root_comes_out_of_the_tiles() {
        var range = new CompactRange();
        var store = new TilesInMemory();
        var writer = new TileWriter(store);
        for (var size = 1; size <= 1100; size++) {
            range.append(TREE.leaves().get(size - 1));
            writer.append(TREE.leaves().get(size - 1));
            writer.flush();
            assertThat(new Proofs(new Tiles(store, size)).root(size))
                    .as("of %d", size)
                    .isEqualTo(range.root());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 255, 256, 257, 511, 512, 65_535, 65_536, 65_537, 70_000})
    void proofs_come_out_of_the_tiles(int size) {
        var proofs = new Proofs(new Tiles(written(size), size));
        var root = proofs.root(size);
        assertThat(root).isEqualTo(TREE.root(size));
        for (var index : List.of(0, size / 2, size / 3, size - 1)) {
            assertThat(proofs.inclusion(index, size).proves(TREE.leaves().get(index), root))
                    .isTrue();
            assertThat(proofs.consistency(index, size).proves(TREE.root(index), root))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255, 256, 257, 600, 65_535, 65_536, 65_537, 66_000})
    void a_writer_goes_on_where_another_stopped(int size) {
        var store = written(size);
        var writer = TileWriter.resume(store, size);
        TREE.leaves().subList(size, 66_100).forEach(writer::append);
        writer.flush();
        assertThat(writer.size()).isEqualTo(66_100);
        written(66_100)
                .tiles()
                .forEach((tile, content) -> assertThat(store.read(tile)).hasValue(content));
    }

    @Test
    void a_partial_tile_may_be_cut_from_the_full_one() {
        var store = written(300);
        var writer = TileWriter.resume(store, 300);
        TREE.leaves().subList(300, 600).forEach(writer::append);
        assertThat(store.tiles().remove(new TilePath(0, 1, 44))).isNotNull();
        assertThat(new Proofs(new Tiles(store, 300)).root(300)).isEqualTo(TREE.root(300));
    }

    @Test
    void a_leaf_is_read_from_its_tile() {
        var tiles = new Tiles(written(300), 300);
        assertThat(tiles.leaf(0)).isEqualTo(TREE.leaves().get(0));
        assertThat(tiles.leaf(256)).isEqualTo(TREE.leaves().get(256));
        assertThat(tiles.leaf(299)).isEqualTo(TREE.leaves().get(299));
        assertThatThrownBy(() -> tiles.leaf(300)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tiles.leaf(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tiles.root(-1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tiles.root(63, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tiles.root(8, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_tile_is_read_once_for_many_proofs() {
        var store = written(300);
        var reads = new java.util.concurrent.atomic.AtomicInteger();
        var tiles = new Tiles(
                tile -> {
                    reads.incrementAndGet();
                    return store.read(tile);
                },
                300);
        for (var index = 0; index < 300; index++) {
            new Proofs(tiles).inclusion(index, 300);
        }
        assertThat(reads).hasValue(3);
    }

    @Test
    void no_more_than_a_few_tiles_are_remembered() {
        var store = written(70_000);
        var reads = new java.util.concurrent.atomic.AtomicInteger();
        var tiles = new Tiles(
                tile -> {
                    reads.incrementAndGet();
                    return store.read(tile);
                },
                70_000);
        for (var round = 0; round < 2; round++) {
            for (var tile = 0; tile < 32; tile++) {
                tiles.leaf(tile * 256L);
            }
        }
        assertThat(reads).hasValue(32);
        tiles.leaf(32 * 256);
        tiles.leaf(0);
        assertThat(reads).hasValue(34);
    }

    @Test
    void a_tile_that_is_missing_or_cut_short_is_named() {
        var store = written(300);
        store.tiles().remove(new TilePath(0, 1, 44));
        assertThatThrownBy(() -> new Tiles(store, 300).leaf(256))
                .isInstanceOf(MissingTile.class)
                .hasMessageContaining("tile/0/001.p/44");
        store.tiles().put(new TilePath(0, 1, 44), new byte[44 * 32 - 1]);
        assertThatThrownBy(() -> new Tiles(store, 300).leaf(256)).isInstanceOf(MissingTile.class);
        store.tiles().put(new TilePath(0, 1, 256), new byte[256 * 32 - 1]);
        assertThatThrownBy(() -> new Tiles(store, 300).leaf(256)).isInstanceOf(MissingTile.class);
        store.tiles().put(new TilePath(0, 1, 256), new byte[256 * 32]);
        assertThat(new Tiles(store, 300).leaf(256)).isEqualTo(Hash.ZERO);
    }
}
