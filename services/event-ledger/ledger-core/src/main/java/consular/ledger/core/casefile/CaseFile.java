package consular.ledger.core.casefile;

import static java.nio.charset.StandardCharsets.UTF_8;

import consular.ledger.core.note.SignedNote;
import consular.ledger.core.note.TrustedLog;
import consular.ledger.core.proof.TlogProof;
import java.util.List;
import java.util.UUID;

/**
 * Everything about one stream, from its first event on, with proofs against a checkpoint. Nothing in it is to be believed before it
 * is verified.
 *
 * @param streamId which stream
 * @param checkpoint signed by the log
 * @param events in the order of the stream
 */
public record CaseFile(UUID streamId, SignedNote checkpoint, List<CaseEvent> events) {

    public CaseFile {
        events = List.copyOf(events);
    }

    /** The JSON document. */
    public String format() {
        return CaseFileWriter.format(this);
    }

    /** {@link #format} in UTF-8. */
    public byte[] bytes() {
        return format().getBytes(UTF_8);
    }

    /** Reads a document. White space and the order of members are free, as tools rearrange them; nothing else is. */
    public static CaseFileReading parse(byte[] document) {
        return CaseFileParser.parse(document);
    }

    /** The proof of one event as a file that other people's tools read. */
    public TlogProof proof(int number) {
        var event = events.get(number);
        return new TlogProof(null, event.logIndex(), event.path(), checkpoint);
    }

    /** Whether the log has signed all of this, and whether it fits together. */
    public CaseVerdict verify(TrustedLog log) {
        return CaseVerifier.verify(this, log);
    }
}
