package consular.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import consular.ledger.postgres.append.Append;
import consular.ledger.postgres.append.AppendFailure.Refused;
import consular.ledger.postgres.append.GroupCommit;
import consular.ledger.postgres.append.Refusal;
import consular.ledger.postgres.append.Stored;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What one call of append_events keeps and refuses, of appends that bring all that an append may bring. */
@Timeout(60)
class AppendFunctionTest {

    private final TestDatabase database = TestDatabase.create().migrate();
    private final JdbcClient jdbc = database.jdbc();
    private final TestStream knownStream = new TestStream();
    private final UUID known = UUID.randomUUID();
    private final UUID unknown = UUID.randomUUID();

    private Append before;

    @BeforeEach
    void store_one() {
        before = personal(new TestStream(knownStream.id()), List.of(known), known, "taken", "used");
        assertThat(inOneCall(List.of(before))).containsExactly(new Stored(1, 0));
    }

    @Test
    void keeps_what_may_be_kept_and_leaves_nothing_behind_of_what_may_not() {
        var newcomer = UUID.randomUUID();
        var appends = List.of(
                personal(new TestStream(), List.of(), known, "1", "1"),
                personal(new TestStream(knownStream.id()), List.of(), known, "2", "2"),
                personal(new TestStream(), List.of(), known, "taken", "3"),
                personal(new TestStream(), List.of(), known, "4", "used"),
                personal(new TestStream(), List.of(known), known, "5", "5"),
                personal(new TestStream(), List.of(), unknown, "6", "6"),
                personal(new TestStream(), List.of(newcomer), newcomer, "7", "7"),
                new TestStream().append(3));
        var kept = List.of(appends.get(0), appends.get(6), appends.get(7));

        var outcomes = inOneCall(appends);

        assertThat(outcomes.subList(1, 6))
                .containsExactly(
                        new Refusal.Conflict(knownStream.id(), 0, 1),
                        new Refusal.ValueTaken("file", "taken"),
                        new Refusal.KeyTaken("test", "used"),
                        new Refusal.PersonHasKey(known),
                        new Refusal.PersonHasKey(unknown));
        var place = 0;
        for (var append : kept.stream().sorted(BY_STREAM).toList()) {
            assertThat(outcomes.get(appends.indexOf(append))).isEqualTo(new Stored(2, place));
            place += append.events().size();
        }
        assertThat(column("select place from event where batch = 2 order by place"))
                .containsExactly("0", "1", "2", "3", "4", "5", "6");
        assertThat(column("select value from taken_value order by value")).containsExactly("1", "7", "taken");
        assertThat(column("select key from command_key order by key")).containsExactly("1", "7", "used");
        assertThat(column("select person from data_key"))
                .containsExactlyInAnyOrder(known.toString(), newcomer.toString());
        assertThat(column("select stream_id || ' ' || sequence || ' ' || part || ' ' || person from secret_part"))
                .hasSize(6)
                .contains(kept.get(1).events().getFirst().stream().id() + " 1 0 " + newcomer);
    }

    /** As one that was sent to two nodes: it meets its own value, its own events, and is to hear of the key. */
    @Test
    void tells_of_a_repeated_request_that_it_was_made_before() {
        assertThat(inOneCall(List.of(before))).containsExactly(new Refusal.KeyTaken("test", "used"));
    }

    @Test
    void tells_of_the_stream_before_the_value_and_the_person() {
        var late = personal(new TestStream(knownStream.id()), List.of(known), known, "taken", "new");

        assertThat(inOneCall(List.of(late))).containsExactly(new Refusal.Conflict(knownStream.id(), 0, 1));
    }

    @Test
    void draws_no_number_if_nothing_is_kept() {
        inOneCall(List.of(before, personal(new TestStream(), List.of(), unknown, "1", "1")));

        assertThat(column("select last_value from event_batch")).containsExactly("1");
    }

    private static final Comparator<Append> BY_STREAM =
            Comparator.comparing(append -> append.events().getFirst().stream().id());

    private static Append personal(TestStream stream, List<UUID> newcomers, UUID person, String value, String key) {
        return PersonalAppends.append(stream, newcomers, person, value, key);
    }

    private List<String> column(String query) {
        return jdbc.sql(query).query(String.class).list();
    }

    /** What is stored, or why it is not. They wait until all are there, so the committer that wakes first takes all. */
    private List<Object> inOneCall(List<Append> appends) {
        var commits = new GroupCommit(database.dataSource(), 100, Duration.ofSeconds(20), () -> {});
        var outcomes = new ArrayList<CompletableFuture<Object>>();
        try {
            for (var append : appends) {
                outcomes.add(CompletableFuture.supplyAsync(() -> commits.append(append), Thread::startVirtualThread));
                Eventually.await("it waits", () -> commits.waiting() == outcomes.size());
            }
            commits.start();
            var answers = new ArrayList<>();
            for (var outcome : outcomes) {
                answers.add(outcome.exceptionally(AppendFunctionTest::refusal).get(20, TimeUnit.SECONDS));
            }
            return answers;
        } catch (Exception failure) {
            throw new AssertionError(failure);
        } finally {
            commits.stop();
        }
    }

    private static Refusal refusal(Throwable failure) {
        if (failure instanceof CompletionException && failure.getCause() instanceof Refused refused) {
            return refused.refusal();
        }
        throw new AssertionError(failure);
    }
}
