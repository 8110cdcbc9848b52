package consular.ledger.core.verification;

import static org.assertj.core.api.Assertions.assertThat;

import consular.ledger.core.hash.Hash;
import consular.ledger.core.hash.Sha256;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StreamHeadsTest {

    private record Head(long next, int slice, long index, Hash chain) {}

    @Test
    void it_remembers_what_a_map_remembers() {
        var random = new Random(11);
        Map<UUID, Head> map = new HashMap<>();
        var heads = new StreamHeads(2);
        for (var step = 0; step < 50_000; step++) {
            // few values, so that ids share a half, and streams come back
            var id = new UUID(random.nextInt(100), random.nextInt(100));
            var chain = new Sha256().hash(new byte[] {(byte) step, (byte) (step >> 8)});
            var head = new Head(1 + (random.nextLong() >>> 11), random.nextInt(1024), step, chain);
            var bytes = new byte[33];
            chain.writeTo(bytes, 1);
            var place = heads.find(id.getMostSignificantBits(), id.getLeastSignificantBits());
            assertThat(heads.isKnown(place)).isEqualTo(map.containsKey(id));
            heads.put(
                    place,
                    id.getMostSignificantBits(),
                    id.getLeastSignificantBits(),
                    head.next(),
                    head.slice(),
                    head.index(),
                    bytes,
                    1);
            map.put(id, head);
            assertThat(heads.size()).isEqualTo(map.size());
        }
        map.forEach((id, head) -> {
            var place = heads.find(id.getMostSignificantBits(), id.getLeastSignificantBits());
            assertThat(new Head(heads.next(place), heads.slice(place), heads.index(place), heads.chain(place)))
                    .isEqualTo(head);
        });
    }

    @Test
    void a_stream_that_is_not_known_is_at_its_start() {
        var heads = new StreamHeads();
        var place = heads.find(0, 0);
        assertThat(heads.isKnown(place)).isFalse();
        assertThat(heads.next(place)).isZero();
        assertThat(heads.chain(place)).isEqualTo(Hash.ZERO);
    }
}
