package consular.ledger.core.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntryBundleTest {

    private final byte[] small = {7};
    private final byte[] large = new byte[65_535];

    @Test
    void an_entry_stands_behind_its_length() {
        assertThat(EntryBundle.encode(List.of(small, new byte[0], new byte[] {1, 2})))
                .containsExactly(0, 1, 7, 0, 0, 0, 2, 1, 2);
    }

    @Test
    void entries_come_back() {
        Arrays.fill(large, (byte) -1);
        var bundle = EntryBundle.encode(List.of(large, small));
        assertThat(EntryBundle.decode(bundle, 2).orElseThrow()).containsExactly(large, small);
        assertThat(EntryBundle.decode(new byte[0], 0)).hasValue(List.of());
    }

    @Test
    void a_bundle_with_more_or_less_than_it_should_have_is_none() {
        var bundle = EntryBundle.encode(List.of(small, small));
        assertThat(EntryBundle.decode(bundle, 1)).isEmpty();
        assertThat(EntryBundle.decode(bundle, 3)).isEmpty();
        for (var length = 1; length < bundle.length; length++) {
            assertThat(EntryBundle.decode(Arrays.copyOf(bundle, length), 2)).isEmpty();
        }
        assertThat(EntryBundle.decode(Arrays.copyOf(bundle, bundle.length + 1), 2))
                .isEmpty();
    }

    @Test
    void an_entry_too_long_for_two_bytes_of_length_is_refused() {
        assertThatThrownBy(() -> EntryBundle.encode(List.of(new byte[65_536])))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
