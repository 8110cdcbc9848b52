package consular.ledger.core.proof;

import consular.ledger.core.hash.Hash;
import consular.ledger.core.note.Checkpoint;
import consular.ledger.core.note.CheckpointOpening;
import consular.ledger.core.note.SignedNote;
import consular.ledger.core.note.TrustedLog;
import consular.ledger.core.tree.InclusionProof;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The content of a {@code .tlog-proof} file: that one entry is in a log, for someone who has nothing but the log's key.
 *
 * @param extra base64 of bytes that are passed along and that nothing vouches for, or null
 * @param index which entry, from 0
 * @param path from the leaf to the root of the checkpoint
 * @param checkpoint signed by the log
 */
public record TlogProof(@Nullable String extra, long index, List<Hash> path, SignedNote checkpoint) {

    static final String HEADER = "c2sp.org/tlog-proof@v1";
    static final String EXTRA = "extra ";
    static final String INDEX = "index ";

    public TlogProof {
        path = List.copyOf(path);
        if (index < 0) {
            throw new IllegalArgumentException("no entry has the index " + index);
        }
        if (extra != null && !ProofParser.isBase64(extra)) {
            throw new IllegalArgumentException("extra data are given in base64: " + extra);
        }
    }

    /** A proof without extra data. */
    public static TlogProof of(InclusionProof inclusion, SignedNote checkpoint) {
        return new TlogProof(null, inclusion.index(), inclusion.path(), checkpoint);
    }

    /** The content of the file. */
    public String format() {
        var file = new StringBuilder(HEADER).append('\n');
        if (extra != null) {
            file.append(EXTRA).append(extra).append('\n');
        }
        file.append(INDEX).append(index).append('\n');
        path.forEach(hash -> file.append(hash.base64()).append('\n'));
        return file.append('\n').append(checkpoint.format()).toString();
    }

    /** {@link #format} in UTF-8. */
    public byte[] bytes() {
        return format().getBytes(StandardCharsets.UTF_8);
    }

    /** Reads a file. What is read, formats to the same bytes. */
    public static ProofReading parse(byte[] file) {
        return ProofParser.parse(file);
    }

    /** Whether the entry with this leaf stands at the index in the log. */
    public ProofVerdict verify(Hash leaf, TrustedLog log) {
        return switch (log.open(checkpoint)) {
            case CheckpointOpening.Refused(var why) ->
                new ProofVerdict.Unproven("the checkpoint does not count: " + why);
            case CheckpointOpening.Trusted(var trusted, var _) -> verify(leaf, trusted);
        };
    }

    private ProofVerdict verify(Hash leaf, Checkpoint trusted) {
        return new InclusionProof(index, trusted.size(), path).proves(leaf, trusted.root())
                ? new ProofVerdict.Proven(index, trusted)
                : new ProofVerdict.Unproven("entry " + index + " of the checkpoint is not this one");
    }
}
