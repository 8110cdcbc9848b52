package consular.ledger.core.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventIdsTest {

    @Test
    void knows_what_a_set_knows_however_often_it_grows() {
        var random = new Random(8);
        for (var places : new int[] {2, 4, 64}) {
            var ids = new EventIds(places);
            var known = new HashSet<UUID>();
            for (var count = 0; count < 20_000; count++) {
                var id = new UUID(random.nextInt(200) - 100, random.nextInt(200) - 100);
                assertThat(ids.add(id.getMostSignificantBits(), id.getLeastSignificantBits()))
                        .isEqualTo(known.add(id));
            }
        }
    }

    @Test
    void the_id_of_zeros_is_one_like_others() {
        var ids = new EventIds();
        assertThat(ids.add(0, 0)).isTrue();
        assertThat(ids.add(0, 1)).isTrue();
        assertThat(ids.add(1, 0)).isTrue();
        assertThat(ids.add(0, 0)).isFalse();
    }
}
