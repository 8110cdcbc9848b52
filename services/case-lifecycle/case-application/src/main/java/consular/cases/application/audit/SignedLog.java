package consular.cases.application.audit;

import consular.ledger.core.content.Content;
import consular.ledger.core.export.ExportedLog;
import consular.ledger.core.note.VerifierKey;
import consular.ledger.core.tiles.TileSource;
import consular.ledger.postgres.LogEvidence;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** The log up to one of its checkpoints, read page by page while it is exported. */
final class SignedLog implements ExportedLog {

    private final LogEvidence evidence;
    private final long size;

    SignedLog(LogEvidence evidence, long size) {
        this.evidence = evidence;
        this.size = size;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public List<VerifierKey> keys() {
        return evidence.keys();
    }

    @Override
    public void checkpoints(Consumer<byte[]> sink) {
        evidence.forEachCheckpoint(size, note -> sink.accept(note.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void entries(Consumer<byte[]> sink) {
        evidence.forEach(size, event -> sink.accept(event.entry()));
    }

    @Override
    public void contents(Consumer<Content> sink) {
        evidence.forEachContent(size, sink);
    }

    @Override
    public TileSource tiles() {
        return evidence.tiles();
    }
}
