package consular.ledger.core.entry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import consular.ledger.core.hash.Hash;
import consular.ledger.core.tree.TreeHasher;
import org.junit.jupiter.api.Test;

/** The values here were reckoned with {@code sha256sum}, from the canonical bytes of {@link Entries#plain}. */
class HashedByHandTest {

    private final byte[] entry = CanonicalEntry.encode(Entries.plain());

    @Test
    void the_leaf_is_the_hash_of_a_zero_and_the_entry() {
        assertThat(TreeHasher.leaf(entry))
                .hasToString("5af87c2e6337a456b22a803225caf2bf57b85369f4164827020f0f431ddfcf89");
    }

    @Test
    void the_chain_is_the_hash_of_a_three_the_chain_before_and_the_entry() {
        assertThat(Chain.next(Chain.START, entry))
                .hasToString("43208c577e389cc9e1844d7278feb75375db823f21cdde5ad5099ca28a5026b1");
        assertThat(Chain.next(Hash.ofHex("01".repeat(32)), entry))
                .hasToString("8eab6cf05ee32450a58ce2551e5839a3877de2d81fa3f53d9acbc9467364088d");
    }

    @Test
    void the_clear_part_is_committed_to_as_it_is() {
        assertThat(Commitments.clear("{}".getBytes(UTF_8)))
                .hasToString("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
    }

    @Test
    void the_secret_part_is_committed_to_as_it_is_enciphered() {
        var salt = Hash.ofHex("11".repeat(32)).bytes();
        var key = Hash.ofHex("22".repeat(32)).bytes();
        assertThat(Commitments.secret(salt, key, "ciphertext".getBytes(UTF_8)))
                .hasToString("f58355b7b3a9d15ce9b625c73a049b26a4c175d84aa780d98515a7f6c8888988");
    }

    @Test
    void bytes_cannot_be_moved_from_salt_to_ciphertext() {
        assertThatThrownBy(() -> Commitments.secret(new byte[31], new byte[32], new byte[5]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Commitments.secret(new byte[32], new byte[33], new byte[5]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
