package consular.ledger.postgres.notary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecentIdsTest {

    private final RecentIds ids = new RecentIds(3);

    private boolean add(long number) {
        return ids.add(new UUID(0, number));
    }

    @Test
    void an_id_is_known_until_so_many_others_have_come() {
        assertThat(add(1)).isTrue();
        assertThat(add(1)).isFalse();
        assertThat(add(2)).isTrue();
        assertThat(add(3)).isTrue();
        assertThat(add(1)).isFalse();
        assertThat(add(4)).isTrue();
        assertThat(add(1)).as("three others have come").isTrue();
        assertThat(add(4)).isFalse();
    }
}
