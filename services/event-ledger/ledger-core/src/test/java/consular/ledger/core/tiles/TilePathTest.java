package consular.ledger.core.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TilePathTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, 256, tile/0/000",
        "0, 999, 256, tile/0/999",
        "0, 1000, 256, tile/0/x001/000",
        "0, 1067, 5, tile/0/x001/067.p/5",
        "3, 1234067, 256, tile/3/x001/x234/067",
        "63, 0, 1, tile/63/000.p/1",
        "10, 7, 255, tile/10/007.p/255",
        "-1, 1234, 256, tile/entries/x001/234",
        "-1, 1234, 17, tile/entries/x001/234.p/17",
        "0, 36028797018963967, 256, tile/0/x036/x028/x797/x018/x963/967"
    })
    void a_tile_has_one_path_and_a_path_one_tile(int level, long index, int width, String path) {
        var tile = new TilePath(level, index, width);
        assertThat(tile.path()).isEqualTo(path);
        assertThat(TilePath.parse(path)).contains(tile);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tile/0",
                "tile/0/",
                "tile/0/0",
                "tile/0/00",
                "tile/0/0000",
                "tile/00/000",
                "tile/01/000",
                "tile/64/000",
                "tile/100/000",
                "tile/-1/000",
                "tile/0/x000/000",
                "tile/0/001/000",
                "tile/0/x001",
                "tile/0/x001/x000",
                "tile/0/000.p/0",
                "tile/0/000.p/01",
                "tile/0/000.p/256",
                "tile/0/000.p/999",
                "tile/0/000.p/",
                "tile/0/000.p",
                "tile/0/000/",
                "/tile/0/000",
                "tile/0/000\n",
                "tile/0/x1/000",
                "tile/0/X001/000",
                "tile/entry/000",
                "tile/0/../000",
                "tile/0/x999/x999/x999/x999/x999/x999/x999/x999/999",
                "tile/0/x999/x999/x999/x999/x999/x999/999",
                "tile/0/x009/x223/x372/x036/x854/x775/807",
                "tile/0/x009/x223/x372/x036/x854/x775/808",
                "tile/entries/x009/x223/x372/x036/x854/x775/807",
                "tile/0/x999/x999/x999/x999/x999/999",
                "tile/0/x036/x028/x797/x018/x963/968",
                "tile/entries/x036/x028/x797/x018/x963/968.p/1",
                "tile/0/\u0661\u0661\u0661"
            })
    void another_spelling_is_no_tile(String path) {
        assertThat(TilePath.parse(path)).isEmpty();
    }

    @Test
    void a_tile_that_cannot_be_is_refused() {
        assertThatThrownBy(() -> new TilePath(64, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TilePath(-2, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TilePath(0, -1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TilePath(0, 1L << 55, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TilePath(0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TilePath(0, 0, 257)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_path_of_any_length_is_answered() {
        assertThat(TilePath.parse("tile/0/" + "x001/".repeat(100_000) + "000")).isEmpty();
    }

    @Test
    void a_full_tile_knows_it() {
        assertThat(new TilePath(0, 0, 255).isFull()).isFalse();
        assertThat(new TilePath(0, 0, 255).full()).isEqualTo(new TilePath(0, 0, 256));
        assertThat(new TilePath(0, 0, 256).isFull()).isTrue();
    }
}
