package consular.ledger.core.tree;

import static org.assertj.core.api.Assertions.assertThat;

import consular.ledger.core.hash.Hash;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The eight leaves with which implementations of Certificate Transparency have been tested since 2012. */
class Rfc6962VectorsTest {

    private static final List<Hash> LEAVES = Stream.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .map(HexFormat.of()::parseHex)
            .map(TreeHasher::leaf)
            .toList();

    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    private final Proofs proofs = new Proofs(new NaiveTree(LEAVES).subtrees());

    @Test
    void the_roots_are_the_known_ones() {
        var range = new CompactRange();
        for (var size = 0; size <= 8; size++) {
            assertThat(range.root()).hasToString(ROOTS.get(size));
            assertThat(proofs.root(size)).hasToString(ROOTS.get(size));
            if (size < 8) {
                range.append(LEAVES.get(size));
            }
        }
    }

    @ParameterizedTest(name = "leaf {0} of {1}")
    @CsvSource(textBlock = """
        0, 1, ''
        0, 8, 96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e 6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4
        5, 8, bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0 d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7
        2, 3, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125
        1, 5, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b
        """)
    void the_paths_are_the_known_ones(int index, int size, String path) {
        var proof = proofs.inclusion(index, size);
        assertThat(proof.path()).isEqualTo(hashes(path));
        assertThat(proof.proves(LEAVES.get(index), Hash.ofHex(ROOTS.get(size)))).isTrue();
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource(textBlock = """
        1, 1, ''
        1, 8, 96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e 6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4
        6, 8, 0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0 d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7
        2, 5, 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b
        """)
    void the_proofs_of_consistency_are_the_known_ones(int first, int second, String path) {
        var proof = proofs.consistency(first, second);
        assertThat(proof.path()).isEqualTo(hashes(path));
        assertThat(proof.proves(Hash.ofHex(ROOTS.get(first)), Hash.ofHex(ROOTS.get(second))))
                .isTrue();
    }

    private static List<Hash> hashes(String path) {
        return Stream.of(path.split(" "))
                .filter(digits -> !digits.isEmpty())
                .map(Hash::ofHex)
                .toList();
    }
}
