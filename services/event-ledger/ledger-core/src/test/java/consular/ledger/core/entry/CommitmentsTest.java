package consular.ledger.core.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import consular.ledger.core.hash.Hash;
import consular.ledger.core.hash.Sha256;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an entry commits to of what it says of persons, hashed here by hand. */
class CommitmentsTest {

    private static final byte[] SALT = filled(1);
    private static final byte[] KEY = filled(2);
    private static final byte[] TEXT = {3, 4, 5};

    private static byte[] filled(int value) {
        var bytes = new byte[32];
        java.util.Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static Hash byHand(int domain, byte[]... parts) throws NoSuchAlgorithmException {
        var all = new ByteArrayOutputStream();
        all.write(domain);
        for (var part : parts) {
            all.writeBytes(part);
        }
        return Hash.at(MessageDigest.getInstance("SHA-256").digest(all.toByteArray()), 0);
    }

    @Test
    void a_part_is_salt_commitment_to_the_key_and_ciphertext() throws NoSuchAlgorithmException {
        assertThat(Commitments.secret(SALT, KEY, TEXT)).isEqualTo(byHand(2, SALT, KEY, TEXT));
    }

    @Test
    void bytes_cannot_be_moved_from_one_to_the_next() {
        for (var wrong : new byte[][] {{}, new byte[31], new byte[33]}) {
            assertThatThrownBy(() -> Commitments.secret(wrong, KEY, TEXT)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> Commitments.secret(SALT, wrong, TEXT))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void one_part_is_the_whole_and_several_are_hashed_in_their_order() throws NoSuchAlgorithmException {
        var one = Commitments.secret(SALT, KEY, TEXT);
        var other = Commitments.secret(KEY, SALT, TEXT);
        assertThat(Commitments.secretOf(List.of(one), new Sha256())).isEqualTo(one);
        assertThat(Commitments.secretOf(List.of(one, other), new Sha256()))
                .isEqualTo(byHand(4, one.bytes(), other.bytes()))
                .isNotEqualTo(Commitments.secretOf(List.of(other, one), new Sha256()));
        assertThatThrownBy(() -> Commitments.secretOf(List.of(), new Sha256()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
