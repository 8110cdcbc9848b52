package consular.cases.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import consular.ledger.postgres.TestDatabase;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whose turn it is, and what may be recorded in it. */
class PublicationsTest {
    private static final TestDatabase DATABASE = TestDatabase.create().migrate("classpath:db/migration/cases");

    private final JdbcClient jdbc = DATABASE.jdbc();
    private final String topic = "test." + UUID.randomUUID();
    private final Publications one = node();
    private final Publications other = node();

    private Publications node() {
        return new Publications(jdbc, topic, UUID.randomUUID(), Duration.ofMinutes(1));
    }

    private void set(String change) {
        jdbc.sql("update kafka_publication set " + change + " where topic = ?")
                .param(topic)
                .update();
    }

    @Test
    void one_node_has_the_turn_until_it_gives_it_up_or_its_time_is_over() {
        var first = one.take().orElseThrow();
        assertThat(first.position()).isZero();
        assertThat(other.take()).isEmpty();
        assertThat(one.take()).as("renewed").hasValue(first);
        one.release();
        var second = other.take().orElseThrow();
        assertThat(second.epoch()).isGreaterThan(first.epoch());
        other.take();
        one.release();
        assertThat(one.take()).as("only its own turn is given up").isEmpty();
        set("leased_until = clock_timestamp() - interval '1 second'");
        assertThat(one.take().orElseThrow().epoch()).isGreaterThan(second.epoch());
    }

    @Test
    void nothing_is_recorded_in_a_turn_that_is_over() {
        var first = one.take().orElseThrow();
        assertThat(one.advance(first, 5)).isTrue();
        var stalled = one.take().orElseThrow();
        set("leased_until = '-infinity'");
        assertThat(other.take().orElseThrow().position()).isEqualTo(5);
        assertThat(one.advance(stalled, 9)).isFalse();
        assertThat(other.position()).isEqualTo(5);
    }

    @Test
    void whoever_sets_the_position_by_hand_is_not_overruled() {
        one.advance(one.take().orElseThrow(), 9);
        var underWay = one.take().orElseThrow();
        set("position = 2, epoch = epoch + 1");
        assertThat(one.advance(underWay, 12)).isFalse();
        assertThat(one.take().orElseThrow().position()).isEqualTo(2);
    }
}
