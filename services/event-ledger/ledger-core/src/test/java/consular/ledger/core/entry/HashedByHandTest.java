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
                .hasToString("94edc5022e87e0d5de55e7599bc7c62774fe2e3f89b4c9db9a068d66db753890");
    }

    @Test
    void the_chain_is_the_hash_of_a_three_the_chain_before_and_the_entry() {
        assertThat(Chain.next(Chain.START, entry))
                .hasToString("78e23960e3929e623f582356b3bca6b823fe5a4cdb97964e5cf615c9a7dab0c8");
        assertThat(Chain.next(Hash.ofHex("01".repeat(32)), entry))
                .hasToString("13452fc607a2ab6a60e238043b76dbd6b8ba2183fcc630d22de1bac4cc8784d3");
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
