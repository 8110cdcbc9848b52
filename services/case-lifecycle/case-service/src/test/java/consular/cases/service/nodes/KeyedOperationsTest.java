package consular.cases.service.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import consular.cases.application.CommandFailure;
import consular.cases.application.CommandKey;
import consular.cases.application.KeyedOperations;
import consular.cases.projections.RebuildReport;
import consular.ledger.postgres.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is asked of one node under a key is known to the other. */
class KeyedOperationsTest {
    private static Node one;
    private static Node other;

    private final CommandKey key = new CommandKey("root", UUID.randomUUID().toString(), "aa".repeat(32));

    @BeforeAll
    static void start() {
        var database = TestDatabase.create();
        one = Node.on(database);
        other = Node.on(database);
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
    }

    @Test
    void a_rebuild_repeated_on_another_node_is_answered_as_the_first_and_not_done_again() {
        var first = rebuild(one, key);
        assertThat(first.replayed()).isFalse();
        var active = one.readModels().status().active();
        var again = rebuild(other, key);
        assertThat(again.replayed()).isTrue();
        assertThat(again.answer()).isEqualTo(first.answer());
        assertThat(other.readModels().status().active()).isEqualTo(active);
    }

    @Test
    void a_key_used_for_another_request_is_turned_down_on_every_node() {
        rebuild(one, key);
        var reused = new CommandKey(key.caller(), key.key(), "bb".repeat(32));
        assertThatExceptionOfType(CommandFailure.KeyReused.class).isThrownBy(() -> rebuild(other, reused));
    }

    @Test
    void what_failed_is_done_when_it_is_repeated() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> one.operations().perform(key, RebuildReport.class, () -> {
                    throw new IllegalStateException("cut short");
                }));
        assertThat(rebuild(other, key).replayed()).isFalse();
        assertThat(rebuild(one, key).replayed()).isTrue();
    }

    @Test
    void of_two_at_once_both_answer_as_the_first_to_end() {
        var outer = one.operations()
                .perform(
                        key,
                        String.class,
                        () -> other.operations()
                                .perform(key, String.class, () -> "the inner")
                                .answer()
                                .replace("inner", "outer"));
        assertThat(outer).isEqualTo(new KeyedOperations.Outcome<>("the inner", true));
    }

    @Test
    void without_a_key_each_is_done() {
        var times = new int[1];
        for (var i = 0; i < 2; i++) {
            assertThat(one.operations()
                            .perform(null, Integer.class, () -> ++times[0])
                            .replayed())
                    .isFalse();
        }
        assertThat(times[0]).isEqualTo(2);
    }

    private static KeyedOperations.Outcome<RebuildReport> rebuild(Node node, CommandKey key) {
        return node.operations().perform(key, RebuildReport.class, node.readModels()::rebuild);
    }
}
