package consular.ledger.core.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SliceTest {

    /** Reckoned by other programs: {@code printf … | xxd -r -p | sha256sum}, and the first four digits modulo 1,024. */
    @ParameterizedTest
    @CsvSource({
        "00000000-0000-0000-0000-000000000000, 839",
        "ffffffff-ffff-ffff-ffff-ffffffffffff, 710",
        "018f3c9e-7a1b-7c2d-8e3f-a0b1c2d3e4f5, 106",
        "123e4567-e89b-12d3-a456-426614174000, 101",
        "00000000-0000-0000-0000-000000000001, 60",
        "80000000-0000-0000-0000-000000000000, 121",
        "f47ac10b-58cc-4372-a567-0e02b2c3d479, 465"
    })
    void a_stream_has_the_same_slice_for_ever(UUID streamId, int slice) {
        assertThat(Slice.of(streamId)).isEqualTo(slice);
    }

    @Test
    void streams_are_spread_evenly() {
        var random = new Random(7);
        var streams = new int[Slice.COUNT];
        for (var stream = 0; stream < 100 * Slice.COUNT; stream++) {
            streams[Slice.of(new UUID(stream, random.nextLong()))]++;
        }
        assertThat(Arrays.stream(streams).boxed())
                .allSatisfy(count -> assertThat(count).isBetween(50, 150));
    }
}
