package consular.cases.application.audit;

import consular.cases.domain.people.CaseId;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/**
 * The evidence behind the record, in the forms of C2SP tlog-tiles, so that others can verify it with programs of their own. It
 * grows by a checkpoint a second; what is newer is not signed yet.
 */
public interface AuditTrail {

    /** The last checkpoint, as a signed note; empty when none was signed yet. */
    Optional<String> checkpoint();

    /**
     * The keys to verify checkpoints with, in the form of a note's verifier key: the one that signs now, then the earlier ones, the newest
     * first; empty when this log signs none.
     */
    List<String> keys();

    /** Proves that an event is in the log of the last checkpoint; empty when it is not, or not yet. */
    Optional<Inclusion> inclusion(long logIndex);

    /** Proves that the log of so many events began with that of fewer; empty when {@code to} is more than was signed. */
    Optional<Consistency> consistency(long from, long to);

    /** A tile or a bundle of entries by its path, such as {@code tile/0/000.p/5}; empty when there is none. */
    Optional<byte[]> tile(String path);

    /**
     * Everything about a case, with proofs, as the JSON document that the verifier reads. Waits a moment for the checkpoint that
     * covers the last of its events.
     *
     * @return empty when none covers it yet
     */
    Optional<byte[]> proofOf(CaseId caseId);

    /**
     * Writes the whole log up to the last checkpoint as one ZIP archive, however large; the stream stays open.
     *
     * @return false, and nothing is written, when there is no checkpoint yet
     */
    boolean export(OutputStream target) throws IOException;

    /**
     * That an event is in the log.
     *
     * @param logIndex the event
     * @param size how many events the log has by the checkpoint
     * @param leaf what stands for the event, in hexadecimal
     * @param proof the path from the leaf to the root (RFC 6962, section 2.1.1), in hexadecimal
     * @param checkpoint the signed note with that root
     */
    record Inclusion(long logIndex, long size, String leaf, List<String> proof, String checkpoint) {
        public Inclusion {
            proof = List.copyOf(proof);
        }
    }

    /**
     * That a log began with another.
     *
     * @param from how many events the older one has
     * @param to how many the newer
     * @param proof the nodes that lead to both roots (RFC 6962, section 2.1.2), in hexadecimal
     */
    record Consistency(long from, long to, List<String> proof) {
        public Consistency {
            proof = List.copyOf(proof);
        }
    }
}
