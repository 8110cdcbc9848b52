package consular.ledger.core.casefile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import consular.ledger.core.content.Content;
import consular.ledger.core.entry.CanonicalEntry;
import consular.ledger.core.entry.Commitments;
import consular.ledger.core.entry.Entry;
import consular.ledger.core.export.SampleLog;
import consular.ledger.core.hash.Hash;
import consular.ledger.core.note.Checkpoint;
import consular.ledger.core.note.Keys;
import consular.ledger.core.note.SignedNote;
import consular.ledger.core.note.TrustedKeys;
import consular.ledger.core.note.TrustedLog;
import consular.ledger.core.tree.TreeHasher;
import consular.ledger.core.verification.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A case file as a document: what is read is what was written, and what is none is refused with the reason. */
class CaseFileFormatTest {
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

    private static CaseFile read(String document) {
        return ((CaseFileReading.Read) CaseFile.parse(document.getBytes(UTF_8))).file();
    }

    private static String why(String document) {
        return ((CaseFileReading.Unreadable) CaseFile.parse(document.getBytes(UTF_8))).why();
    }

    @Test
    void what_is_read_formats_to_what_was_written() {
        var again = read(file.format());
        assertThat(again.format()).isEqualTo(file.format());
        assertThat(again.bytes()).isEqualTo(file.bytes());
        assertThat(again.verify(log.trust())).isEqualTo(file.verify(log.trust()));
    }

    @Test
    void tools_may_rearrange_white_space_and_members() {
        var document = file.format();
        var events = document.substring(document.indexOf("\"events\""), document.lastIndexOf(']') + 1);
        var head = document.substring(1, document.indexOf(",\"events\""));
        var rearranged = "\r\n{ " + events.replace(",\"proof\":[", "\t,\n \"proof\" : [ ") + ",\n" + head + "}";
        assertThat(read(rearranged).format()).isEqualTo(document);
    }

    private Checkpoint checkpoint() {
        return ((CaseVerdict.Sound) file.verify(log.trust())).checkpoint();
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
    void every_change_of_a_byte_is_noticed_or_changes_nothing() {
        var document = file.bytes();
        var random = new Random(4);
        for (var round = 0; round < 3_000; round++) {
            var changed = document.clone();
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            if (CaseFile.parse(changed) instanceof CaseFileReading.Read(var read)
                    && read.verify(log.trust()) instanceof CaseVerdict.Sound) {
                assertThat(read.format()).isEqualTo(file.format());
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "it is not JSON in UTF-8, or has numbers that are not whole | {",
                "the case file is not an object of checkpoint, events, streamId | []",
                "the case file is not an object of checkpoint, events, streamId |"
                        + " {\"checkpoint\":null,\"streamId\":null}",
                "streamId is not a text | {\"checkpoint\":null,\"streamId\":null,\"events\":null}",
                "streamId is not a UUID in lower case | {\"checkpoint\":null,\"streamId\":\"A\",\"events\":null}",
                "events is not an array |"
                        + " {\"checkpoint\":\"a\",\"streamId\":\"018f3c9e-7a1b-7000-0000-000000000000\",\"events\":0}",
                "checkpoint is not a text |"
                        + " {\"checkpoint\":0,\"streamId\":\"018f3c9e-7a1b-7000-0000-000000000000\",\"events\":[]}",
                "events[0].entry is not a text |"
                    + " {\"checkpoint\":\"a\",\"streamId\":\"018f3c9e-7a1b-7000-0000-000000000000\",\"events\":[{\"logIndex\":0,\"entry\":0,\"clear\":\"\",\"secret\":null,\"proof\":[]}]}",
                "events[0].proof is not an array |"
                    + " {\"checkpoint\":\"a\",\"streamId\":\"018f3c9e-7a1b-7000-0000-000000000000\",\"events\":[{\"logIndex\":0,\"entry\":\"\",\"clear\":\"\",\"secret\":null,\"proof\":0}]}",
            })
    void a_document_that_is_no_case_file_is_refused(String why, String document) {
        assertThat(why(document)).isEqualTo(why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "events[0] is not an object of clear, entry, logIndex, proof, secret | \"logIndex\":0 |"
                        + " \"more\":1,\"logIndex\":0",
                "events[0].logIndex is not a number | \"logIndex\":0 | \"logIndex\":\"0\"",
                "events[0].proof is not 64 lower-case hexadecimal digits | \"proof\":[\" | \"proof\":[\"A",
                "events[0].secret is neither null nor \"erased\" nor a secret part | \"secret\":null |"
                        + " \"secret\":\"gone\"",
                "events[0].secret is neither null nor \"erased\" nor a secret part | \"secret\":null | \"secret\":[]",
                "events[0].secret is not an object of ciphertext, key_commitment, salt | \"secret\":null |"
                        + " \"secret\":{}",
                "events[0].secret.ciphertext is not base64 | \"secret\":null |"
                        + " \"secret\":{\"ciphertext\":\"A\",\"key_commitment\":\"\",\"salt\":\"\"}",
                "events[0].secret.salt is not 64 lower-case hexadecimal digits | \"secret\":null |"
                        + " \"secret\":{\"ciphertext\":\"\",\"key_commitment\":\"\",\"salt\":\"\"}",
                "checkpoint is not a signed note: no blank line parts text from signatures | \\n\\n | \\n",
            })
    void a_part_that_is_not_as_it_should_be_is_named(String why, String part, String instead) {
        var document = file.format();
        assertThat(document).contains(part);
        var at = document.indexOf(part);
        var changed = document.substring(0, at) + instead + document.substring(at + part.length());
        assertThat(why(changed)).isEqualTo(why);
    }
}
