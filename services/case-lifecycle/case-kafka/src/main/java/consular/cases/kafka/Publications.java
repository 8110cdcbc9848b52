package consular.cases.kafka;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Up to where a topic has the log, and which node publishes to it, for all nodes. Methods throw when the database cannot answer. */
final class Publications {
    private final JdbcClient jdbc;
    private final String topic;
    private final UUID node;
    private final Duration lease;

    Publications(JdbcClient jdbc, String topic, UUID node, Duration lease) {
        this.jdbc = jdbc;
        this.topic = topic;
        this.node = node;
        this.lease = lease;
    }

    /** Takes the lease, or renews it; empty while another node has it. */
    Optional<Turn> take() {
        var turn = takeIfKnown();
        return turn.isEmpty() && begin() ? takeIfKnown() : turn;
    }

    private Optional<Turn> takeIfKnown() {
        return jdbc.sql("""
            update kafka_publication
            set epoch = case when leased_by = :node then epoch else epoch + 1 end, leased_by = :node,
                leased_until = clock_timestamp() + :millis * interval '1 millisecond'
            where topic = :topic and (leased_by = :node or leased_until < clock_timestamp())
            returning epoch, position
            """)
                .param("node", node)
                .param("millis", lease.toMillis())
                .param("topic", topic)
                .query((row, _) -> new Turn(row.getLong("epoch"), row.getLong("position")))
                .optional();
    }

    private boolean begin() {
        return jdbc.sql("insert into kafka_publication (topic) values (?) on conflict do nothing")
                        .param(topic)
                        .update()
                == 1;
    }

    /** Records that everything up to a position was acknowledged; false, and nothing is, if it is another's turn by now. */
    boolean advance(Turn turn, long position) {
        return jdbc.sql("update kafka_publication set position = ? where topic = ? and epoch = ? and position = ?")
                        .params(position, topic, turn.epoch(), turn.position())
                        .update()
                == 1;
    }

    /** Lets another node go on at once. Nothing is under way here any more. */
    void release() {
        jdbc.sql("""
            update kafka_publication
            set leased_by = null, leased_until = '-infinity'
            where topic = ? and leased_by = ?
            """).params(topic, node).update();
    }

    /** Up to where the topic has the log, whichever node publishes. */
    long position() {
        return jdbc.sql("select position from kafka_publication where topic = ?")
                .param(topic)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }
}
