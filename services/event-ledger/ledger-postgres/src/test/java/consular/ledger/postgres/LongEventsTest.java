package consular.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import consular.ledger.core.content.Content;
import consular.ledger.core.content.ContentLine;
import consular.ledger.core.hash.Hash;
import consular.ledger.core.tree.TreeHasher;
import consular.ledger.core.verification.CheckpointHistory;
import consular.ledger.core.verification.Verdict;
import consular.ledger.postgres.secrets.KeyWrappingFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log of forty events of a mebibyte each: every other one is long in what anyone may read, the rest in what they say of a person. */
class LongEventsTest {

    private static final int EVENTS = 40;
    private static final String LONG = "x".repeat(1 << 20);
    private static final int IN_A_PAGE = 4;

    private final TestDatabase database = TestDatabase.create().migrate();

    @TempDir
    private Path folder;

    private TestLedger ledger;

    @BeforeEach
    void fill() {
        ledger = new TestLedger(
                database, TestLedger.UNSIGNED, new Guests(), KeyWrappingFile.read(folder.resolve("kek"), true));
        for (var sequence = 0; sequence < EVENTS; sequence++) {
            ledger.engine().appendEvents(event(sequence));
        }
        ledger.settle();
    }

    @AfterEach
    void end() {
        ledger.close();
    }

    private static DomainEventMessage<String> event(int sequence) {
        var payload = (sequence % 2 == 0 ? "" : "ann=") + LONG + sequence;
        var id = UUID.randomUUID().toString();
        var message = new GenericEventMessage<>(id, payload, MetaData.emptyInstance(), Instant.now());
        return new GenericDomainEventMessage<>("Example", "stay", sequence, message, Instant.now());
    }

    @Test
    void a_page_ends_with_the_event_that_makes_it_long_enough() {
        assertThat(ledger.log().after(0, 500)).hasSize(IN_A_PAGE);
        assertThat(ledger.log().clearAfter(1, 500)).hasSize(IN_A_PAGE);
        assertThat(ledger.log().trackedAfter(2, 500)).hasSize(IN_A_PAGE);
        assertThat(ledger.log().after(3, 2)).hasSize(2);
    }

    @Test
    void pages_follow_one_another_to_the_end_of_the_log() {
        var seen = new ArrayList<Long>();
        for (var page = ledger.log().after(0, 500);
                !page.isEmpty();
                page = ledger.log().after(seen.getLast(), 500)) {
            page.forEach(event -> seen.add(event.position()));
        }
        assertThat(seen).isEqualTo(positions());

        seen.clear();
        ledger.log().forEach(0, event -> {
            assertThat(event.payload()).hasSizeGreaterThan(LONG.length());
            seen.add(event.position());
        });
        assertThat(seen).isEqualTo(positions());
    }

    @Test
    void an_event_processor_reads_all_of_them_in_order() {
        assertThat(ledger.engine()
                        .readEvents(null, false)
                        .map(event -> event.trackingToken().position().orElseThrow()))
                .isEqualTo(positions());
    }

    @Test
    void an_auditor_gets_all_of_them_in_order() {
        var evidence = new LogEvidence(database.jdbc(), List.of(), 500);
        var indexes = new ArrayList<Long>();
        var contents = new ArrayList<Hash>();
        evidence.forEach(EVENTS, event -> {
            indexes.add(event.logIndex());
            contents.add(hash(event.content()));
        });
        assertThat(indexes).isEqualTo(LongStream.range(0, EVENTS).boxed().toList());

        var alone = new ArrayList<Hash>();
        evidence.forEachContent(EVENTS, content -> alone.add(hash(content)));
        assertThat(alone).isEqualTo(contents).doesNotHaveDuplicates();
        assertThat(new LogCheck(database.jdbc())
                        .verify(new CheckpointHistory.Trusted(List.of()), _ -> Optional.empty()))
                .isInstanceOf(Verdict.Sound.class);
    }

    private static Hash hash(Content content) {
        return TreeHasher.leaf(ContentLine.encode(content));
    }

    private static List<Long> positions() {
        return LongStream.rangeClosed(1, EVENTS).boxed().toList();
    }
}
