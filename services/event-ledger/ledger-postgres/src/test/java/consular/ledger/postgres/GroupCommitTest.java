package consular.ledger.postgres;

import static consular.ledger.postgres.Outcomes.outcome;
import static consular.ledger.postgres.Outcomes.submit;
import static org.assertj.core.api.Assertions.assertThat;

import consular.ledger.postgres.append.Append;
import consular.ledger.postgres.append.Append.RequestKey;
import consular.ledger.postgres.append.Append.UniqueValue;
import consular.ledger.postgres.append.AppendFailure;
import consular.ledger.postgres.append.AppendFailure.Refused;
import consular.ledger.postgres.append.NewEvent;
import consular.ledger.postgres.append.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class GroupCommitTest {

    private final TestDatabase database = TestDatabase.create().migrate();
    private final JdbcClient jdbc = database.jdbc();
    private TestLedger ledger;
    private int names;

    @BeforeAll
    void begin() {
        ledger = new TestLedger(database);
    }

    @AfterAll
    void end() {
        ledger.settle();
        new LogCheck(jdbc).assertSound();
        ledger.close();
    }

    @Test
    void of_one_batch_only_what_is_bad_fails_and_leaves_nothing_behind() throws Exception {
        var known = new TestStream();
        var knownEvents = known.peek(2);
        var usedKey = name();
        var usedValue = name();
        ledger.commits().append(with(knownEvents, key(usedKey), value(usedValue, known)));
        var late = new TestStream();
        late.stored(late.peek(1));

        var conflict = bad(new TestStream(known.id()).peek(1));
        var longConflict = bad(new TestStream(known.id()).peek(3));
        var half = bad(Stream.concat(new TestStream().peek(1).stream(), new TestStream(known.id()).peek(1).stream())
                .toList());
        var gap = bad(new TestStream().gap().events());
        var poison = bad(new TestStream().poison().events());
        var unsendable = bad(new TestStream().unsendable().events());
        var keyTaken = with(new TestStream().peek(1), key(usedKey), value(name(), known));
        var valueTaken = with(new TestStream().peek(1), key(name()), value(usedValue, known));
        var good = IntStream.range(0, 4)
                .mapToObj(number -> with(new TestStream().peek(1 + number), key(name()), value(name(), known)))
                .toList();
        var appends =
                new ArrayList<>(List.of(conflict, longConflict, half, gap, poison, unsendable, keyTaken, valueTaken));
        appends.addAll(2, good);
        var before = countKeysAndValues();

        var outcomes = appendTogether(appends);

        for (var each : good) {
            assertThat(outcomes.get(appends.indexOf(each))).isEmpty();
            assertThat(stored(each)).isEqualTo(each.events().size());
        }
        assertThat(refusal(outcomes.get(appends.indexOf(conflict)))).isEqualTo(new Refusal.Conflict(known.id(), 0, 1));
        assertThat(refusal(outcomes.get(appends.indexOf(longConflict))))
                .isEqualTo(new Refusal.Conflict(known.id(), 0, 1));
        assertThat(refusal(outcomes.get(appends.indexOf(half)))).isEqualTo(new Refusal.Conflict(known.id(), 0, 1));
        assertThat(refusal(outcomes.get(appends.indexOf(gap))))
                .isEqualTo(new Refusal.Conflict(gap.events().getFirst().stream().id(), 1, -1));
        assertThat(outcomes.get(appends.indexOf(poison))).get().isInstanceOf(AppendFailure.Broken.class);
        assertThat(refusal(outcomes.get(appends.indexOf(keyTaken)))).isEqualTo(new Refusal.KeyTaken("test", usedKey));
        assertThat(refusal(outcomes.get(appends.indexOf(valueTaken))))
                .isEqualTo(new Refusal.ValueTaken("file", usedValue));
        appends.removeAll(good);
        assertThat(appends).allMatch(each -> stored(each) == 0);
        assertThat(countKeysAndValues()).isEqualTo(before + 2L * good.size());
    }

    /** So two nodes that write to the same streams wait for one another in one order, and never in a circle. */
    @Test
    void the_appends_of_a_batch_are_written_in_the_order_of_their_streams() {
        var appends =
                IntStream.range(0, 30).mapToObj(_ -> new TestStream().append(1)).toList();
        appendTogether(appends);

        var batch = batchOf(appends.getFirst());
        assertThat(jdbc.sql("select stream_id from event where batch = ? order by place")
                        .param(batch)
                        .query(UUID.class)
                        .list())
                .hasSize(30)
                .isSorted();
    }

    /** A reader goes on behind the position of what it read last, so a hole would make it pass over what comes next. */
    @Test
    void what_was_refused_leaves_no_hole_in_the_positions() {
        var known = new TestStream();
        ledger.commits().append(known.append(1));
        var again = new TestStream(known.id());
        appendTogether(List.of(
                again.append(3),
                new TestStream().append(2),
                again.append(1),
                new TestStream().append(2),
                again.append(4)));
        appendTogether(List.of(new TestStream().append(1), new TestStream().append(1)));
        ledger.settle();

        var positions = new ArrayList<Long>();
        for (var page = ledger.log().after(0, 1);
                !page.isEmpty();
                page = ledger.log().after(positions.getLast(), 1)) {
            positions.add(page.getLast().requirePosition());
        }
        assertThat(positions)
                .isEqualTo(
                        LongStream.rangeClosed(1, ledger.log().head()).boxed().toList());
        assertThat(positions)
                .hasSize(jdbc.sql("select count(*) from event")
                        .query(Integer.class)
                        .single());
    }

    @Test
    void whoever_loses_a_race_with_another_node_hears_so_alone() throws Exception {
        var contested = new TestStream();
        var good =
                IntStream.range(0, 5).mapToObj(_ -> new TestStream().append(2)).toList();
        var appends = new ArrayList<>(good);
        appends.add(3, contested.append(1));

        List<Optional<AppendFailure>> outcomes;
        try (var other = new OpenWriter(database.dataSource()).insert(new TestStream(contested.id()).peek(1))) {
            var waiting = CompletableFuture.supplyAsync(() -> appendTogether(appends), Thread::startVirtualThread);
            Eventually.await("a backend waits for the other", () -> blockedBackends() == 1);
            other.commit();
            outcomes = waiting.get(20, TimeUnit.SECONDS);
        }

        assertThat(refusal(outcomes.remove(3))).isEqualTo(new Refusal.Conflict(contested.id(), 0, 0));
        assertThat(outcomes).allMatch(Optional::isEmpty);
        assertThat(good.stream().map(this::batchOf).distinct())
                .as("nobody was bisected")
                .hasSize(1);
    }

    @Test
    void a_race_that_the_other_gives_up_is_won() throws Exception {
        var contested = new TestStream();
        try (var other = new OpenWriter(database.dataSource()).insert(new TestStream(contested.id()).peek(1))) {
            var outcome = submit(ledger.commits(), contested.append(1));
            Eventually.await("a backend waits for the other", () -> blockedBackends() == 1);
            other.rollBack();

            assertThat(outcome.get(20, TimeUnit.SECONDS)).isEmpty();
        }
    }

    /** A number that never comes would stay open for the sequencer while any older transaction runs. */
    @Test
    void a_batch_of_which_nothing_is_kept_draws_no_number() {
        var known = new TestStream();
        ledger.commits().append(known.append(1));
        var before = lastNumber();
        for (var number = 0; number < 20; number++) {
            assertThat(outcome(ledger.commits(), new TestStream(known.id()).append(1)))
                    .get()
                    .isInstanceOf(Refused.class);
        }
        assertThat(lastNumber()).isEqualTo(before);
    }

    private long lastNumber() {
        return jdbc.sql("select last_value from event_batch").query(Long.class).single();
    }

    /** Both committers are kept busy until all of them wait, so that they go together. */
    private List<Optional<AppendFailure>> appendTogether(List<Append> appends) {
        var left = new TestStream();
        var right = new TestStream();
        var outcomes = new ArrayList<CompletableFuture<Optional<AppendFailure>>>();
        try (var inTheWay = new OpenWriter(database.dataSource())
                .insert(new TestStream(left.id()).peek(1))
                .insert(new TestStream(right.id()).peek(1))) {
            var one = submit(ledger.commits(), left.append(1));
            Eventually.await("one committer is kept busy", () -> blockedBackends() == 1);
            var two = submit(ledger.commits(), right.append(1));
            Eventually.await("both are", () -> blockedBackends() == 2);
            for (var append : appends) {
                outcomes.add(submit(ledger.commits(), append));
                Eventually.await("it waits", () -> ledger.commits().waiting() == outcomes.size());
            }
            inTheWay.rollBack();
            assertThat(one.get(20, TimeUnit.SECONDS)).isEmpty();
            assertThat(two.get(20, TimeUnit.SECONDS)).isEmpty();
            var all = new ArrayList<Optional<AppendFailure>>();
            for (var outcome : outcomes) {
                all.add(outcome.get(20, TimeUnit.SECONDS));
            }
            return all;
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    private static Refusal refusal(Optional<AppendFailure> outcome) {
        assertThat(outcome).get().isInstanceOf(Refused.class);
        return ((Refused) outcome.orElseThrow()).refusal();
    }

    /** With a key and a value that nobody else has, to see that they are not left behind. */
    private Append bad(List<NewEvent> events) {
        return with(events, key(name()), value(name(), new TestStream()));
    }

    private static Append with(List<NewEvent> events, RequestKey key, UniqueValue value) {
        return new Append(events, key, List.of(value));
    }

    private static RequestKey key(String key) {
        return new RequestKey("test", key, "00ff", "stream", 0, 0, 201, "{\"a\": 1}");
    }

    private static UniqueValue value(String value, TestStream stream) {
        return new UniqueValue("file", value, stream.id());
    }

    private synchronized String name() {
        return "name " + ++names;
    }

    private long stored(Append append) {
        return append.events().stream()
                .filter(event -> jdbc.sql("select exists (select from event where event_id = ?)")
                        .param(event.eventId())
                        .query(Boolean.class)
                        .single())
                .count();
    }

    private long batchOf(Append append) {
        return jdbc.sql("select batch from event where event_id = ?")
                .param(append.events().getFirst().eventId())
                .query(Long.class)
                .single();
    }

    private long countKeysAndValues() {
        return jdbc.sql("select (select count(*) from command_key) + (select count(*) from taken_value)")
                .query(Long.class)
                .single();
    }

    private long blockedBackends() {
        return jdbc.sql("""
            select count(*)
            from pg_stat_activity
            where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0
            """).query(Long.class).single();
    }
}
