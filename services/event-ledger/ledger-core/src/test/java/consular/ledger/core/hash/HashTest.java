package consular.ledger.core.hash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HashTest {

    /** SHA-256 of "abc", from FIPS 180-2. */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private final Hash abc = new Sha256().hash(new byte[] {'a'}, new byte[] {'b', 'c'});

    @Test
    void it_is_the_hash_of_the_standard() {
        assertThat(abc.hex()).isEqualTo(ABC);
        assertThat(abc).hasToString(ABC).isEqualTo(Hash.ofHex(ABC));
    }

    @Test
    void a_domain_is_one_byte_in_front() {
        assertThat(new Sha256().hash((byte) 'a', new byte[] {'b', 'c'})).isEqualTo(abc);
    }

    @Test
    void a_range_is_hashed_into_a_place() {
        var bytes = new byte[40];
        System.arraycopy(new byte[] {'x', 'a', 'b', 'c'}, 0, bytes, 0, 4);
        new Sha256().digest(bytes, 1, 3, bytes, 8);
        assertThat(Hash.at(bytes, 8)).isEqualTo(abc);
        assertThat(Arrays.copyOf(bytes, 4)).containsExactly('x', 'a', 'b', 'c');
    }

    @Test
    void a_place_without_room_is_refused() {
        assertThatThrownBy(() -> new Sha256().digest(new byte[3], 0, 3, new byte[40], 9))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void bytes_and_base64_come_back() {
        assertThat(Hash.at(abc.bytes(), 0)).isEqualTo(abc);
        assertThat(Hash.ofBase64(abc.base64())).contains(abc);
    }

    @Test
    void a_hash_has_one_spelling_in_base64() {
        var text = abc.base64();
        assertThat(Hash.ofBase64(text.replace("=", ""))).isEmpty();
        assertThat(Hash.ofBase64(text + "\n")).isEmpty();
        assertThat(Hash.ofBase64(" " + text)).isEmpty();
        // the last letter before the padding carries two bits that mean nothing
        assertThat(text).endsWith("0=");
        assertThat(Hash.ofBase64(text.replace("0=", "1="))).isEmpty();
        assertThat(Hash.ofBase64("AAAA")).isEmpty();
        assertThat(Hash.ofBase64("-_==")).isEmpty();
    }

    @Test
    void hexadecimal_digits_are_64() {
        assertThatThrownBy(() -> Hash.ofHex("00")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Hash.ofHex(ABC + "00")).isInstanceOf(IllegalArgumentException.class);
    }
}
