package consular.ledger.core.hash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HexTest {

    @Test
    void a_byte_is_a_digit_in_any_place_or_in_none() {
        for (var value = 0; value < 256; value++) {
            for (var place = 0; place < 8; place++) {
                var bytes = "09af5c3e".getBytes(StandardCharsets.US_ASCII);
                bytes[place] = (byte) value;
                assertThat(Hex.isEightDigits(bytes, 0))
                        .as("byte %d in place %d", value, place)
                        .isEqualTo("0123456789abcdef".indexOf(value) >= 0);
            }
        }
    }

    @Test
    void digits_give_the_number_they_spell() {
        var random = new Random(1);
        for (var round = 0; round < 10_000; round++) {
            var number = random.nextLong();
            var digits = ("-" + HexFormat.of().toHexDigits(number)).getBytes(StandardCharsets.US_ASCII);
            assertThat(Hex.sixteenDigits(digits, 1)).isEqualTo(number);
            assertThat(Hex.eightDigits(digits, 1)).isEqualTo((int) (number >>> 32));
        }
    }

    @Test
    void all_64_digits_are_looked_at_and_no_more() {
        var bytes = ("g" + "0123456789abcdef".repeat(4) + "g").getBytes(StandardCharsets.US_ASCII);
        assertThat(Hex.areDigits64(bytes, 1)).isTrue();
        assertThat(Hex.areDigits64(bytes, 0)).isFalse();
        assertThat(Hex.areDigits64(bytes, 2)).isFalse();
    }

    @Test
    void a_hash_is_read_from_its_digits() {
        var hash = new Sha256().hash(new byte[] {1, 2, 3});
        assertThat(Hex.hash((" " + hash.hex()).getBytes(StandardCharsets.US_ASCII), 1))
                .isEqualTo(hash);
    }
}
