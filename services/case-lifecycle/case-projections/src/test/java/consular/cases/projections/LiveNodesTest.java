package consular.cases.projections;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.projections.LiveNodes.Standing;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class LiveNodesTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 9})
    void the_shares_of_all_nodes_make_the_whole_and_differ_by_one_at_most(int nodes) {
        var shares = IntStream.range(0, nodes)
                .map(earlier -> new Standing(nodes, earlier).shareOf(4))
                .toArray();

        assertThat(IntStream.of(shares).sum()).isEqualTo(4);
        assertThat(IntStream.of(shares).max().orElseThrow()
                        - IntStream.of(shares).min().orElseThrow())
                .isLessThanOrEqualTo(1);
    }

    @Test
    void whoever_says_so_is_counted_until_it_leaves_or_is_silent() {
        var jdbc = JdbcClient.create(TestDatabase.create());
        var one = new LiveNodes(jdbc);
        var other = new LiveNodes(jdbc);
        one.say();
        assertThat(one.shareOf(4)).isEqualTo(4);

        other.say();
        one.say();
        assertThat(one.shareOf(4)).isEqualTo(2);
        assertThat(other.shareOf(4)).isEqualTo(2);

        other.leave();
        one.say();
        assertThat(one.shareOf(4)).isEqualTo(4);

        other.say();
        jdbc.sql("update read_model_node set seen_at = seen_at - interval '4 seconds'")
                .update();
        one.say();
        assertThat(one.shareOf(4)).isEqualTo(4);
    }
}
