package consular.ledger.core.casefile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import consular.ledger.core.content.Content;
import consular.ledger.core.entry.CanonicalEntry;
import consular.ledger.core.entry.Chain;
import consular.ledger.core.entry.Commitments;
import consular.ledger.core.entry.Entry;
import consular.ledger.core.export.SampleLog;
import consular.ledger.core.hash.Hash;
import consular.ledger.core.note.Checkpoint;
import consular.ledger.core.note.Keys;
import consular.ledger.core.note.SignedNote;
import consular.ledger.core.note.TrustedKeys;
import consular.ledger.core.note.TrustedLog;
import consular.ledger.core.proof.ProofReading;
import consular.ledger.core.proof.ProofVerdict;
import consular.ledger.core.proof.TlogProof;
import consular.ledger.core.tree.TreeHasher;
import consular.ledger.core.verification.EntryName;
import consular.ledger.core.verification.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CaseFileTest {
    private final SampleLog log = SampleLog.of(40, 3, 16);
    private final CaseFile file = log.caseFile(log.entry(0).streamId());

    private static Finding finding(CaseFile file, SampleLog log) {
        return ((CaseVerdict.Broken) file.verify(log.trust())).finding();
    }

    private Finding finding(int number, CaseEvent changed) {
        var events = new ArrayList<>(file.events());
        events.set(number, changed);
        return finding(new CaseFile(file.streamId(), file.checkpoint(), events), log);
    }

    private EntryName name(int number) {
        return new EntryName(file.events().get(number).logIndex(), file.streamId(), number);
    }

    private static String why(String document) {
        return ((CaseFileReading.Unreadable) CaseFile.parse(document.getBytes(UTF_8))).why();
    }

    @Test
    void an_honest_case_file_is_sound() {
        assertThat(file.events()).hasSizeGreaterThan(8);
        var erased = (int) file.events().stream()
                .filter(event -> event.content().isErased())
                .count();
        assertThat(erased).isPositive();
        assertThat(file.verify(log.trust())).isInstanceOfSatisfying(CaseVerdict.Sound.class, sound -> {
            assertThat(sound.events()).isEqualTo(file.events().size());
            assertThat(sound.erased().count()).isEqualTo(erased);
            assertThat(sound.checkpoint().size()).isEqualTo(40);
        });
    }

    @Test
    void the_proof_of_each_event_stands_alone() {
        for (var number = 0; number < file.events().size(); number++) {
            var proof = ((ProofReading.Read) TlogProof.parse(file.proof(number).bytes())).proof();
            var event = file.events().get(number);
            assertThat(proof.verify(TreeHasher.leaf(event.entry().getBytes(UTF_8)), log.trust()))
                    .isInstanceOfSatisfying(
                            ProofVerdict.Proven.class,
                            proven -> assertThat(proven.index()).isEqualTo(event.logIndex()));
        }
    }

    @Test
    void a_checkpoint_of_someone_else_does_not_count() {
        var other = new TrustedLog(
                SampleLog.ORIGIN, TrustedKeys.of(Keys.signer(SampleLog.ORIGIN).verifier()));
        assertThat(file.verify(other))
                .isEqualTo(new CaseVerdict.Broken(new Finding.CheckpointRefused(
                        0,
                        "no key that is trusted has signed it, it names "
                                + log.signer.verifier().reference())));
    }

    @Test
    void a_case_without_events_proves_nothing() {
        assertThat(finding(new CaseFile(file.streamId(), file.checkpoint(), List.of()), log)
                        .sentence())
                .isEqualTo("events: there are none");
    }

    @Test
    void an_altered_entry_is_named() {
        for (var number = 0; number < file.events().size(); number++) {
            var event = file.events().get(number);
            var entry = event.entry().replace("officer-", "officer-x");
            assertThat(finding(number, new CaseEvent(event.logIndex(), entry, event.content(), event.path())))
                    .isEqualTo(new Finding.NotInTheLog(name(number), checkpoint()));
        }
    }

    private Checkpoint checkpoint() {
        return ((CaseVerdict.Sound) file.verify(log.trust())).checkpoint();
    }

    @Test
    void an_event_left_out_is_missed() {
        for (var number = 0; number < file.events().size() - 1; number++) {
            var events = new ArrayList<>(file.events());
            events.remove(number);
            assertThat(finding(new CaseFile(file.streamId(), file.checkpoint(), events), log))
                    .isEqualTo(new Finding.WrongSequence(name(number + 1), number));
        }
    }

    @Test
    void swapped_content_is_named() {
        var first = file.events().get(0);
        var content = new Content(
                file.events().get(1).content().clear(), first.content().secret());
        assertThat(finding(0, new CaseEvent(first.logIndex(), first.entry(), content, first.path())))
                .isEqualTo(new Finding.ContentDiffers(name(0), "clear"));
        var secret = new Content(first.content().clear(), new Content.Erased());
        assertThat(finding(0, new CaseEvent(first.logIndex(), first.entry(), secret, first.path())))
                .isEqualTo(new Finding.ContentDiffers(name(0), "secret"));
    }

    @Test
    void an_entry_of_another_place_in_the_log_is_named() {
        var second = file.events().get(1);
        assertThat(finding(1, new CaseEvent(second.logIndex() + 1, second.entry(), second.content(), second.path())))
                .isInstanceOf(Finding.NotInTheLog.class);
        assertThat(finding(1, new CaseEvent(0, second.entry(), second.content(), second.path())))
                .isEqualTo(new Finding.OutOfOrder(new EntryName(0, file.streamId(), 1), 0));
        assertThat(finding(1, new CaseEvent(second.logIndex(), second.entry(), second.content(), List.of())))
                .isInstanceOf(Finding.NotInTheLog.class);
    }

    @Test
    void bytes_that_are_no_entry_are_named_with_the_place() {
        var first = file.events().get(0);
        assertThat(finding(0, new CaseEvent(0, " " + first.entry(), first.content(), first.path())))
                .isEqualTo(new Finding.NotCanonical(0, 0, "{\"actor\":\""));
    }

    @Test
    void an_entry_of_another_stream_is_named() {
        var other = new UUID(1, 2);
        assertThat(finding(new CaseFile(other, file.checkpoint(), file.events()), log))
                .isEqualTo(new Finding.OtherStream(name(0), other));
    }

    /** What an operator signed himself, entry after entry. */
    private Finding signed(Entry... entries) {
        var signer = Keys.signer(SampleLog.ORIGIN);
        List<CaseEvent> events = new ArrayList<>();
        var range = new consular.ledger.core.tree.CompactRange();
        var bytes = new ArrayList<byte[]>();
        for (var entry : entries) {
            bytes.add(CanonicalEntry.encode(entry));
            range.append(TreeHasher.leaf(bytes.getLast()));
        }
        for (var index = 0; index < entries.length; index++) {
            var sibling = entries.length == 1 ? List.<Hash>of() : List.of(TreeHasher.leaf(bytes.get(1 - index)));
            events.add(new CaseEvent(
                    index, new String(bytes.get(index), UTF_8), new Content(new byte[0], new Content.None()), sibling));
        }
        var note = SignedNote.sign(new Checkpoint(SampleLog.ORIGIN, range.size(), range.root()).text(), signer);
        var trust = new TrustedLog(SampleLog.ORIGIN, TrustedKeys.of(signer.verifier()));
        return ((CaseVerdict.Broken) new CaseFile(new UUID(1, 1), note, events).verify(trust)).finding();
    }

    private static Entry entry(long sequence, long eventId, Hash previous) {
        return new Entry(
                new UUID(1, 1),
                "Case",
                sequence,
                new UUID(2, eventId),
                "T",
                null,
                java.time.Instant.EPOCH,
                java.time.Instant.EPOCH,
                "a",
                Commitments.clear(new byte[0]),
                null,
                previous);
    }

    @Test
    void a_chain_that_does_not_hold_is_found_though_it_was_signed() {
        var wrong = Hash.ofHex("01".repeat(32));
        var name = new EntryName(0, new UUID(1, 1), 0);
        assertThat(signed(entry(0, 1, wrong))).isEqualTo(new Finding.ChainBroken(name, -1, Chain.START, wrong));
        assertThat(signed(entry(0, 1, Chain.START), entry(1, 2, wrong)))
                .isInstanceOfSatisfying(
                        Finding.ChainBroken.class,
                        broken -> assertThat(broken.before()).isZero());
    }

    @Test
    void an_id_given_twice_is_found_though_it_was_signed() {
        var first = entry(0, 1, Chain.START);
        var chain = Chain.next(Chain.START, CanonicalEntry.encode(first));
        assertThat(signed(first, entry(1, 1, chain)))
                .isEqualTo(new Finding.EventIdTwice(new EntryName(1, new UUID(1, 1), 1), new UUID(2, 1)));
    }

    @Test
    void a_wrong_slice_is_found_though_it_was_signed() {
        var event = file.events().get(0);
        var slice = log.entry(0).slice();
        var entry = event.entry().replace("\"slice\":" + slice, "\"slice\":" + (slice ^ 1));
        assertThat(finding(0, new CaseEvent(0, entry, event.content(), event.path())))
                .isEqualTo(new Finding.WrongSlice(name(0), slice));
    }

    @Test
    void no_entry_has_a_negative_index() {
        assertThatThrownBy(() -> new CaseEvent(-1, "", new Content(new byte[0], new Content.None()), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
