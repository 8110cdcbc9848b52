package consular.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import consular.ledger.core.note.NoteSigner;
import consular.ledger.core.verification.Tally;
import consular.ledger.core.verification.Verdict;
import consular.ledger.postgres.append.Append;
import consular.ledger.postgres.notary.CheckpointSink;
import consular.ledger.postgres.notary.Notary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A log that a notary signs, and what the tests of that have in common. */
abstract class NotaryTestBase {

    final TestDatabase database = TestDatabase.create().migrate();
    final JdbcClient jdbc = database.jdbc();
    private final LogCheck evidence = new LogCheck(jdbc);
    final NoteSigner signer = TestKeys.signer();
    private final List<TestStream> streams = new ArrayList<>();
    final Random random = new Random(7);
    long stored;

    final Notary notary(CheckpointSink... sinks) {
        return new Notary(database.dataSource(), TestKeys.ORIGIN, signer, List.of(), List.of(sinks));
    }

    final void append(TestLedger ledger, int events) {
        for (var left = events; left > 0; ) {
            if (streams.size() < 40) {
                streams.add(new TestStream());
            }
            var stream = streams.get(random.nextInt(streams.size()));
            var next = stream.peek(Math.min(left, 1 + random.nextInt(30)));
            ledger.commits().append(new Append(next, null, List.of()));
            stream.stored(next);
            left -= next.size();
            stored += next.size();
        }
    }

    final void awaitSigned() throws Exception {
        // a notary that failed a few times pauses for half a minute
        Eventually.await("all is signed", Duration.ofSeconds(60), () -> signed() == stored);
    }

    final long signed() {
        return jdbc.sql("select coalesce(max(size), 0) from checkpoint")
                .query(Long.class)
                .single();
    }

    final void assertProven() {
        evidence.assertSound();
        assertThat(evidence.tiles(signer)).isEmpty();
        assertThat(evidence.verify(signer))
                .isEqualTo(new Verdict.Sound(new Tally(stored, streamsInUse(), stored, stored, 0)));
    }

    private long streamsInUse() {
        return streams.stream().filter(stream -> stream.next() > 0).count();
    }
}
