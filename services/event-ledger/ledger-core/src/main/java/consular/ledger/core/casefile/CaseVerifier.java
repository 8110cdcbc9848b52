package consular.ledger.core.casefile;

import static java.nio.charset.StandardCharsets.UTF_8;

import consular.ledger.core.entry.Chain;
import consular.ledger.core.entry.EntryCursor;
import consular.ledger.core.entry.Slice;
import consular.ledger.core.entry.UnreadableEntry;
import consular.ledger.core.hash.Hash;
import consular.ledger.core.hash.Sha256;
import consular.ledger.core.note.Checkpoint;
import consular.ledger.core.note.CheckpointOpening;
import consular.ledger.core.note.TrustedLog;
import consular.ledger.core.note.VerifierKey;
import consular.ledger.core.tree.InclusionProof;
import consular.ledger.core.tree.TreeHasher;
import consular.ledger.core.verification.EntryName;
import consular.ledger.core.verification.Finding;
import consular.ledger.core.verification.Places;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Verifies the events of one case file, one after the other. */
final class CaseVerifier {

    private final CaseFile file;
    private final Checkpoint checkpoint;
    private final List<VerifierKey> signers;

    private final EntryCursor cursor = new EntryCursor();
    private final Sha256 sha256 = new Sha256();
    private final Set<UUID> eventIds = new HashSet<>();
    private Hash chain = Chain.START;
    private long before = -1;
    private int sequence;
    private final Places erased = new Places();

    private CaseVerifier(CaseFile file, Checkpoint checkpoint, List<VerifierKey> signers) {
        this.file = file;
        this.checkpoint = checkpoint;
        this.signers = signers;
    }

    static CaseVerdict verify(CaseFile file, TrustedLog log) {
        if (file.events().isEmpty()) {
            return new CaseVerdict.Broken(new Finding.FileBroken("events", "there are none"));
        }
        return switch (log.open(file.checkpoint())) {
            case CheckpointOpening.Refused(var why) -> new CaseVerdict.Broken(new Finding.CheckpointRefused(0, why));
            case CheckpointOpening.Trusted(var trusted, var by) -> new CaseVerifier(file, trusted, by).verify();
        };
    }

    private CaseVerdict verify() {
        for (var event : file.events()) {
            var finding = verify(event);
            if (finding.isPresent()) {
                return new CaseVerdict.Broken(finding.get());
            }
        }
        return new CaseVerdict.Sound(checkpoint, signers, sequence, erased);
    }

    private Optional<Finding> verify(CaseEvent event) {
        var entry = event.entry().getBytes(UTF_8);
        if (!cursor.read(entry, 0, entry.length)) {
            return Optional.of(UnreadableEntry.reason(entry, 0, entry.length)
                    .<Finding>map(why -> new Finding.Unreadable(event.logIndex(), why))
                    .orElseGet(
                            () -> new Finding.NotCanonical(event.logIndex(), cursor.stoppedAt(), cursor.expected())));
        }
        var finding = place(new EntryName(event.logIndex(), cursor.streamId(), cursor.sequence()), event, entry);
        chain = Chain.next(chain, entry);
        before = event.logIndex();
        sequence++;
        if (event.content().isErased()) {
            erased.add(event.logIndex());
        }
        return finding;
    }

    private Optional<Finding> place(EntryName name, CaseEvent event, byte[] entry) {
        if (!cursor.streamId().equals(file.streamId())) {
            return Optional.of(new Finding.OtherStream(name, file.streamId()));
        }
        if (cursor.sequence() != sequence) {
            return Optional.of(new Finding.WrongSequence(name, sequence));
        }
        if (!cursor.previous().equals(chain)) {
            return Optional.of(new Finding.ChainBroken(name, before, chain, cursor.previous()));
        }
        if (cursor.slice() != Slice.of(file.streamId())) {
            return Optional.of(new Finding.WrongSlice(name, Slice.of(file.streamId())));
        }
        if (event.logIndex() <= before) {
            return Optional.of(new Finding.OutOfOrder(name, before));
        }
        if (!eventIds.add(cursor.eventId())) {
            return Optional.of(new Finding.EventIdTwice(name, cursor.eventId()));
        }
        var proof = new InclusionProof(event.logIndex(), checkpoint.size(), event.path());
        if (!proof.proves(TreeHasher.leaf(entry), checkpoint.root())) {
            return Optional.of(new Finding.NotInTheLog(name, checkpoint));
        }
        return content(name, event);
    }

    private Optional<Finding> content(EntryName name, CaseEvent event) {
        if (!event.content().hasClearPartOf(cursor, sha256)) {
            return Optional.of(new Finding.ContentDiffers(name, "clear"));
        }
        return event.content().hasSecretPartOf(cursor, sha256)
                ? Optional.empty()
                : Optional.of(new Finding.ContentDiffers(name, "secret"));
    }
}
