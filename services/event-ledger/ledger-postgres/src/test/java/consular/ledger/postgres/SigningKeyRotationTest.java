package consular.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import consular.ledger.core.note.CheckpointOpening;
import consular.ledger.core.note.NoteSigner;
import consular.ledger.core.note.TrustedKeys;
import consular.ledger.core.note.TrustedLog;
import consular.ledger.core.note.VerifierKey;
import consular.ledger.postgres.append.Append;
import consular.ledger.postgres.notary.Notary;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A log that changes the key that signs its checkpoints, and nodes that were told of it or not. */
@Timeout(60)
class SigningKeyRotationTest {

    private final TestDatabase database = TestDatabase.create().migrate();
    private final NoteSigner older = TestKeys.signer();
    private final NoteSigner newer = TestKeys.signer();
    private final TestStream stream = new TestStream();
    private long stored;

    @Test
    void whoever_knows_the_earlier_key_goes_on_under_the_new_one() throws Exception {
        sign(notary(older), 300);
        sign(notary(newer, older.verifier()), 400);

        var log = new TrustedLog(TestKeys.ORIGIN, TrustedKeys.of(newer.verifier(), older.verifier()));
        var signers = new ArrayList<VerifierKey>();
        new LogEvidence(database.jdbc(), List.of(), 10).forEachCheckpoint(stored, note -> {
            if (log.open(note.getBytes(StandardCharsets.UTF_8)) instanceof CheckpointOpening.Trusted trusted) {
                signers.addAll(trusted.by());
            }
        });
        assertThat(signers.stream().distinct()).containsExactly(older.verifier(), newer.verifier());
        assertThat(signers)
                .isSortedAccordingTo(
                        (one, other) -> Boolean.compare(one.equals(newer.verifier()), other.equals(newer.verifier())));
        new LogCheck(database.jdbc()).assertSound();
    }

    @Test
    void whoever_was_not_told_of_the_earlier_key_signs_nothing_and_events_still_get_their_places() throws Exception {
        sign(notary(older), 300);
        assertDoesNotSign(notary(newer));
    }

    @Test
    void whoever_was_not_told_of_the_new_key_signs_nothing_behind_it() throws Exception {
        sign(notary(older), 300);
        sign(notary(newer, older.verifier()), 300);
        assertDoesNotSign(notary(older));
    }

    private void assertDoesNotSign(Notary notary) throws Exception {
        var before = signed();
        try (var ledger = new TestLedger(database, notary)) {
            append(ledger, 300);
            Eventually.await("it refuses", () -> notary.failures() > 0);
            ledger.settle();
            assertThat(signed()).isEqualTo(before);
        }
    }

    private Notary notary(NoteSigner signer, VerifierKey... earlier) {
        return new Notary(database.dataSource(), TestKeys.ORIGIN, signer, List.of(earlier), List.of());
    }

    private void sign(Notary notary, int events) throws Exception {
        try (var ledger = new TestLedger(database, notary)) {
            append(ledger, events);
            Eventually.await("all is signed", () -> signed() == stored);
        }
    }

    private void append(TestLedger ledger, int events) {
        var next = stream.peek(events);
        ledger.commits().append(new Append(next, null, List.of()));
        stream.stored(next);
        stored += events;
    }

    private long signed() {
        return new LogEvidence(database.jdbc(), List.of(), 10).signedSize();
    }
}
