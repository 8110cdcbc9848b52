package consular.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import consular.ledger.core.note.NoteSigner;
import consular.ledger.core.verification.Tally;
import consular.ledger.core.verification.Verdict;
import consular.ledger.postgres.append.Append;
import consular.ledger.postgres.append.Append.RequestKey;
import consular.ledger.postgres.append.Append.UniqueValue;
import consular.ledger.postgres.append.AppendFailure.Refused;
import consular.ledger.postgres.append.NewEvent;
import consular.ledger.postgres.append.Refusal;
import consular.ledger.postgres.notary.Notary;
import consular.ledger.postgres.secrets.KeyWrappingFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What one client does to the ledger and what befalls it, in every mixture that a seed gives, against lists in memory: appends, erasures,
 * conflicts, keys and values that are taken, the end of sessions, a restart; and what is then read and verified.
 */
@Timeout(180)
class LedgerModelTest {

    private static final int ACTIONS = 120;

    private final TestDatabase database = TestDatabase.create().migrate();
    private final JdbcClient jdbc = database.jdbc();
    private final NoteSigner signer = TestKeys.signer();

    /** The model: the log in order, the streams, and what is taken. */
    private final List<UUID> log = new ArrayList<>();

    private final List<TestStream> streams = new ArrayList<>();
    private final GuestBook guests = new GuestBook();
    private final List<String> keys = new ArrayList<>();
    private final List<String> values = new ArrayList<>();

    private Random random = new Random();
    private boolean committerAtWork;
    private int committersEnded;
    private final Path folder;
    private TestLedger ledger;

    LedgerModelTest(@TempDir Path folder) {
        this.folder = folder;
        this.ledger = start();
    }

    /** So many, {@code -Dledger.model.seeds}, from {@code -Dledger.model.from} on. */
    private static LongStream seeds() {
        var from = Long.getLong("ledger.model.from", 1);
        return LongStream.range(from, from + Integer.getInteger("ledger.model.seeds", 3));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_ledger_holds_what_the_lists_hold(long seed) throws Exception {
        random = new Random(seed);
        try {
            for (var action = 0; action < ACTIONS; action++) {
                switch (random.nextInt(26)) {
                    case 0, 1, 2, 3, 4, 5 -> append(1);
                    case 6, 7, 8 -> append(2 + random.nextInt(3));
                    case 9, 10 -> conflict();
                    case 11 -> repeatKey();
                    case 12 -> repeatValue();
                    case 13 -> endCommitters();
                    case 14 -> endSessions("pid in (select pid from pg_locks where locktype = 'advisory')");
                    case 15 -> restart();
                    case 16 -> readStream();
                    case 17, 18, 19 -> guests.write(ledger, random).ifPresent(log::add);
                    case 20 -> erase();
                    case 21 -> guests.read(ledger);
                    default -> readLog();
                }
            }
            // whatever the seed has given
            append(1);
            endCommitters();
            append(1);
            assertThat(committersEnded)
                    .as("sessions of committers that were ended")
                    .isPositive();
            ledger.settle();
            verify();
        } finally {
            ledger.close();
        }
    }

    /** Under an event that has its place, as the application does it. */
    private void erase() throws Exception {
        append(1);
        ledger.settle();
        guests.erase(ledger, random, log.size());
    }

    private void append(int streamCount) {
        var events = new ArrayList<NewEvent>();
        var written = new ArrayList<TestStream>();
        for (var number = 0; number < streamCount; number++) {
            var stream = someStream();
            if (!written.contains(stream)) {
                var next = stream.peek(1 + random.nextInt(4));
                events.addAll(next);
                stream.stored(next);
                written.add(stream);
            }
        }
        var key = "key " + keys.size();
        var value = "value " + values.size();
        keys.add(key);
        values.add(value);
        ledger.commits().append(new Append(events, key(key), List.of(value(value))));
        committerAtWork = true;
        events.forEach(event -> log.add(event.eventId()));
    }

    private void conflict() {
        var stream = someStream();
        var behind = random.nextBoolean() && stream.next() > 0;
        var append = behind ? new TestStream(stream.id()).append(1 + random.nextInt(3)) : stream.gap();
        var expected = append.events().getFirst().sequence();

        assertRefused(append, new Refusal.Conflict(stream.id(), expected, stream.next() - 1));
    }

    private void repeatKey() {
        if (!keys.isEmpty()) {
            var key = keys.get(random.nextInt(keys.size()));
            assertRefused(
                    new Append(new TestStream().peek(1), key(key), List.of()), new Refusal.KeyTaken("client", key));
        }
    }

    private void repeatValue() {
        if (!values.isEmpty()) {
            var value = values.get(random.nextInt(values.size()));
            assertRefused(
                    new Append(new TestStream().peek(1), null, List.of(value(value))),
                    new Refusal.ValueTaken("file", value));
        }
    }

    private void assertRefused(Append append, Refusal refusal) {
        assertThatThrownBy(() -> ledger.commits().append(append))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }

    /** Known by what they sent last: an append, or the look for one that had got no answer. Whoever has just stored one has a session. */
    private void endCommitters() {
        var ended =
                endSessions("query like '%from append_events(%' or query like 'select batch, place from event where%'");
        if (committerAtWork) {
            assertThat(ended).as("committers that are known by their statement").isPositive();
        }
        committersEnded += ended;
        committerAtWork = false;
    }

    private int endSessions(String which) {
        return (int) jdbc.sql("""
            select pg_terminate_backend(pid)
            from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid() and (%s)
            """.formatted(which)).query(Boolean.class).list().stream()
                .filter(hasEnded -> hasEnded)
                .count();
    }

    private void restart() {
        committerAtWork = false;
        ledger.close();
        ledger = start();
    }

    private void readStream() {
        var stream = someStream();
        assertThat(ledger.log().stream(stream.id().toString()))
                .hasSize((int) stream.next())
                .extracting(LoggedEvent::eventId)
                .isEqualTo(log.stream()
                        .filter(id -> isIn(stream, id))
                        .map(UUID::toString)
                        .toList());
    }

    private boolean isIn(TestStream stream, UUID event) {
        return jdbc.sql("select stream_id from event where event_id = ?")
                .param(event)
                .query(UUID.class)
                .single()
                .equals(stream.id());
    }

    /** From anywhere on, as far as it goes by now: nothing is ever out of order, and in the end nothing is missing. */
    private void readLog() {
        var from = random.nextInt(log.size() + 1);
        if (random.nextBoolean()) {
            ledger.settle();
        }
        var page = ledger.log().after(from, 1 + random.nextInt(50)).stream()
                .map(event -> UUID.fromString(event.eventId()))
                .toList();
        assertThat(page).isEqualTo(log.subList(from, from + page.size()));
    }

    private void verify() throws Exception {
        var read = new ArrayList<UUID>();
        ledger.log().forEach(0, event -> read.add(UUID.fromString(event.eventId())));
        assertThat(read).isEqualTo(log);
        Eventually.await(
                "all is signed",
                () -> jdbc.sql("select coalesce(max(size), 0) from checkpoint")
                                .query(Long.class)
                                .single()
                        == log.size());
        var check = new LogCheck(jdbc);
        check.assertSound();
        assertThat(check.tiles(signer)).isEmpty();
        var size = (long) log.size();
        var used = streams.stream().filter(stream -> stream.next() > 0).count() + guests.streams();
        assertThat(check.verify(signer))
                .isEqualTo(new Verdict.Sound(new Tally(size, used, size, size, guests.erasedEntries())));
        guests.read(ledger);
        assertThat(jdbc.sql("select count(ciphertext) from secret_part")
                        .query(Long.class)
                        .single())
                .isEqualTo(guests.sealed());
        assertThat(jdbc.sql("select count(*) from command_key")
                        .query(Integer.class)
                        .single())
                .isEqualTo(keys.size());
        assertThat(jdbc.sql("select count(*) from taken_value")
                        .query(Integer.class)
                        .single())
                .isEqualTo(values.size());
    }

    private TestLedger start() {
        return new TestLedger(
                database,
                new Notary(database.dataSource(), TestKeys.ORIGIN, signer, List.of(), List.of()),
                new Guests(),
                KeyWrappingFile.read(folder.resolve("kek"), true));
    }

    private TestStream someStream() {
        if (streams.size() < 12 && random.nextInt(4) == 0 || streams.isEmpty()) {
            streams.add(new TestStream());
        }
        return streams.get(random.nextInt(streams.size()));
    }

    private static RequestKey key(String key) {
        return new RequestKey("client", key, "00ff", "stream", 0, 0, 201, null);
    }

    private UniqueValue value(String value) {
        return new UniqueValue("file", value, streams.getFirst().id());
    }
}
