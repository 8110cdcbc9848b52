package consular.cases.projections;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Knows how many nodes fill the read models, so that each takes its share of the segments. A node that has not been heard of
 * for three seconds is out; its segments go to the others once their claims have run out as well.
 */
final class LiveNodes {
    private static final String SAY = """
        with here as (
            insert into read_model_node (node, seen_at)
            values (:node, clock_timestamp())
            on conflict (node) do update set seen_at = excluded.seen_at
        )
        select count(*) as others, count(*) filter (where node < :node) as earlier
        from read_model_node
        where node <> :node and seen_at > clock_timestamp() - interval '3 seconds'
        """;

    private static final String LEAVE = """
        delete from read_model_node
        where node = :node or seen_at < clock_timestamp() - interval '1 minute'
        """;

    private final JdbcClient jdbc;
    private final UUID here = UUID.randomUUID();
    private volatile Standing standing = new Standing(1, 0);

    LiveNodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Says that this node is there, and looks who else is. */
    void say() {
        standing = jdbc.sql(SAY)
                .param("node", here)
                .query((row, _) -> new Standing(row.getInt("others") + 1, row.getInt("earlier")))
                .single();
    }

    /** Says that this node is there no more. */
    void leave() {
        jdbc.sql(LEAVE).param("node", here).update();
    }

    /** How many of so many segments are this node's to take, as of the last look; the shares of all nodes make the whole. */
    int shareOf(int segments) {
        return standing.shareOf(segments);
    }

    /**
     * Where a node stands among all.
     *
     * @param nodes how many there are
     * @param earlier how many of them come before it
     */
    record Standing(int nodes, int earlier) {

        int shareOf(int segments) {
            return segments / nodes + (earlier < segments % nodes ? 1 : 0);
        }
    }
}
