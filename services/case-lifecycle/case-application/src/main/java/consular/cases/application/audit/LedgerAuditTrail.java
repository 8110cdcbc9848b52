package consular.cases.application.audit;

import consular.cases.domain.people.CaseId;
import consular.ledger.core.casefile.CaseEvent;
import consular.ledger.core.casefile.CaseFile;
import consular.ledger.core.export.ExportWriter;
import consular.ledger.core.hash.Hash;
import consular.ledger.core.note.NoteReading;
import consular.ledger.core.note.SignedNote;
import consular.ledger.core.tiles.EntryBundle;
import consular.ledger.core.tiles.TilePath;
import consular.ledger.core.tiles.Tiles;
import consular.ledger.postgres.Evidence;
import consular.ledger.postgres.LogEvidence;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Takes the evidence from the ledger. */
public final class LedgerAuditTrail implements AuditTrail {

    private static final Duration FOR_A_CHECKPOINT = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final LogEvidence evidence;

    /** Shows what a ledger has. */
    public LedgerAuditTrail(LogEvidence evidence) {
        this.evidence = evidence;
    }

    @Override
    public Optional<String> checkpoint() {
        return evidence.checkpoint();
    }

    @Override
    public List<String> keys() {
        return evidence.keys().stream().map(Object::toString).toList();
    }

    @Override
    public Optional<Inclusion> inclusion(long logIndex) {
        return evidence.checkpoint()
                .filter(note -> logIndex >= 0 && logIndex < LogEvidence.sizeOf(note))
                .map(note -> {
                    var size = LogEvidence.sizeOf(note);
                    return new Inclusion(
                            logIndex,
                            size,
                            new Tiles(evidence.tiles(), size).leaf(logIndex).hex(),
                            hex(evidence.inclusion(logIndex, size).path()),
                            note);
                });
    }

    @Override
    public Optional<Consistency> consistency(long from, long to) {
        return from < 0 || from > to || to > evidence.signedSize()
                ? Optional.empty()
                : Optional.of(new Consistency(
                        from, to, hex(evidence.consistency(from, to).path())));
    }

    private static List<String> hex(List<Hash> path) {
        return path.stream().map(Hash::hex).toList();
    }

    @Override
    public Optional<byte[]> tile(String path) {
        return TilePath.parse(path)
                .flatMap(tile -> tile.level() == TilePath.ENTRIES
                        ? entries(tile)
                        : evidence.tiles().read(tile));
    }

    private Optional<byte[]> entries(TilePath tile) {
        var first = tile.index() * TilePath.FULL;
        if (first > evidence.signedSize() - tile.width()) {
            return Optional.empty();
        }
        var entries = new ArrayList<byte[]>();
        evidence.forEach(first, first + tile.width(), event -> entries.add(event.entry()));
        return Optional.of(EntryBundle.encode(entries));
    }

    @Override
    public Optional<byte[]> proofOf(CaseId caseId) {
        var end = System.nanoTime() + FOR_A_CHECKPOINT.toNanos();
        while (true) {
            var events = evidence.stream(caseId.toString());
            var note = evidence.checkpoint();
            if (note.isPresent() && isCovered(events, LogEvidence.sizeOf(note.get()))) {
                return Optional.of(file(caseId, note.get(), events).bytes());
            }
            if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                return Optional.empty();
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static boolean isCovered(List<Evidence> events, long size) {
        return events.stream().allMatch(event -> event.logIndex() != null && event.logIndex() < size);
    }

    private CaseFile file(CaseId caseId, String note, List<Evidence> events) {
        var size = LogEvidence.sizeOf(note);
        var proofs = evidence.proofs(size);
        var proven = events.stream()
                .map(event -> {
                    var index = Objects.requireNonNull(event.logIndex());
                    return new CaseEvent(
                            index,
                            new String(event.entry(), StandardCharsets.UTF_8),
                            event.content(),
                            proofs.inclusion(index, size).path());
                })
                .toList();
        return new CaseFile(caseId.value(), signed(note), proven);
    }

    private static SignedNote signed(String note) {
        return switch (SignedNote.parse(note.getBytes(StandardCharsets.UTF_8))) {
            case NoteReading.Read(var read) -> read;
            case NoteReading.Unreadable(var fault) ->
                throw new IllegalStateException("a stored checkpoint is no signed note: " + fault);
        };
    }

    @Override
    public boolean export(OutputStream target) throws IOException {
        var size = evidence.signedSize();
        if (evidence.checkpoint().isEmpty()) {
            return false;
        }
        ExportWriter.write(new SignedLog(evidence, size), target);
        return true;
    }
}
