package consular.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import consular.ledger.core.note.NoteSigner;
import consular.ledger.core.verification.Finding;
import consular.ledger.core.verification.Verdict;
import consular.ledger.postgres.notary.Notary;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nothing makes an id twice. What becomes of an event that has the id of another all the same. */
@Timeout(120)
class EventIdsTest {

    private static final String ID = "018f3c9e-7a1b-7000-8000-000000000001";

    private final TestDatabase database = TestDatabase.create().migrate();
    private final NoteSigner signer = TestKeys.signer();
    private final Notary notary = notary();

    private Notary notary() {
        return new Notary(database.dataSource(), TestKeys.ORIGIN, signer, List.of(), List.of());
    }

    private static DomainEventMessage<String> event(String stream, long sequence) {
        var message = new GenericEventMessage<>(ID, "something", MetaData.emptyInstance(), Instant.now());
        return new GenericDomainEventMessage<>("Example", stream, sequence, message, Instant.now());
    }

    @Test
    void two_events_of_one_append_are_refused() {
        try (var ledger = new TestLedger(database)) {
            assertThatThrownBy(() -> ledger.append(event("one", 0), event("two", 0)))
                    .hasStackTraceContaining("the identifier is given twice");
            assertThat(ledger.log().head()).isZero();
        }
    }

    @Test
    void two_events_of_two_appends_are_noticed_when_they_are_signed_and_found_by_whoever_verifies() throws Exception {
        try (var ledger = new TestLedger(database, notary)) {
            var evidence = new LogEvidence(database.jdbc(), List.of(), 10);
            ledger.append(event("one", 0), TestLedger.event("one", 1));
            Eventually.await("the first are signed", () -> evidence.signedSize() == 2);
            assertThat(notary.idsGivenTwice()).isZero();

            ledger.append(event("two", 0));
            Eventually.await("it is signed all the same", () -> evidence.signedSize() == 3);
            assertThat(notary.idsGivenTwice()).isEqualTo(1);
            assertThat(notary.failures()).isZero();
        }
        assertNamed();
    }

    /** The first was signed by a node that has been relieved, or by this one before its connection broke. */
    @Test
    void one_whose_id_was_given_before_the_node_began_to_sign_is_noticed_too() throws Exception {
        var evidence = new LogEvidence(database.jdbc(), List.of(), 10);
        try (var ledger = new TestLedger(database, notary())) {
            ledger.append(event("one", 0), TestLedger.event("one", 1));
            Eventually.await("the first are signed", () -> evidence.signedSize() == 2);
        }
        try (var ledger = new TestLedger(database, notary)) {
            ledger.append(event("two", 0));
            Eventually.await("it is signed all the same", () -> evidence.signedSize() == 3);
        }
        assertThat(notary.idsGivenTwice()).isEqualTo(1);
        assertNamed();
    }

    @Test
    void it_is_counted_once_however_often_it_cannot_be_signed() throws Exception {
        database.jdbc().sql("""
            create function refuse_to_sign() returns trigger language plpgsql as $$
            begin
                raise exception 'not now';
            end
            $$
            """).update();
        database.jdbc().sql("""
            create trigger refuse_to_sign before insert on checkpoint for each row execute function refuse_to_sign()
            """).update();
        try (var ledger = new TestLedger(database, notary)) {
            ledger.append(event("one", 0));
            ledger.append(event("two", 0));
            var failed = notary.failures();
            Eventually.await("it fails over both twice", () -> notary.failures() > failed + 2);
            assertThat(notary.idsGivenTwice()).isEqualTo(1);
            database.jdbc().sql("drop trigger refuse_to_sign on checkpoint").update();
            var evidence = new LogEvidence(database.jdbc(), List.of(), 10);
            Eventually.await("it is signed", Duration.ofSeconds(60), () -> evidence.signedSize() == 2);
            assertThat(notary.idsGivenTwice()).isEqualTo(1);
        }
        assertNamed();
    }

    private void assertNamed() {
        assertThat(new LogCheck(database.jdbc()).verify(signer))
                .isInstanceOfSatisfying(
                        Verdict.Broken.class,
                        broken -> assertThat(broken.finding())
                                .isInstanceOfSatisfying(
                                        Finding.EventIdTwice.class,
                                        twice -> assertThat(twice.eventId()).isEqualTo(UUID.fromString(ID))));
    }
}
