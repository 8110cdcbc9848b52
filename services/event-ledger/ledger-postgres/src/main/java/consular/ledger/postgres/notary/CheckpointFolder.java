package consular.ledger.postgres.notary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Publishes checkpoints as files, {@code <size>} each, and the last one as {@code latest}. No file is ever overwritten. */
public final class CheckpointFolder implements CheckpointSink {

    private final Path folder;

    /** The folder is made when the first checkpoint comes. */
    public CheckpointFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public void publish(long size, String note) {
        try {
            Files.createDirectories(folder);
            var file = folder.resolve(Long.toString(size));
            if (!Files.exists(file)) {
                write(file, note);
            }
            write(folder.resolve("latest"), note);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot publish the checkpoint of " + size + " events", failure);
        }
    }

    /** Whoever reads it sees the old one or the new one. */
    private void write(Path file, String note) throws IOException {
        var draft = Files.createTempFile(folder, ".checkpoint-", ".tmp");
        Files.writeString(draft, note);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
