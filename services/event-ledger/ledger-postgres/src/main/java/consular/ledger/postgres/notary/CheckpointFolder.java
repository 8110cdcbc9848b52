package consular.ledger.postgres.notary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;

/** Publishes checkpoints as files, {@code <size>} each, and the last one as {@code latest}. No file is ever overwritten. */
public final class CheckpointFolder implements CheckpointSink {

    private static final Pattern SIZE = Pattern.compile("[0-9]{1,18}");

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
            if (size >= latest()) {
                write(folder.resolve("latest"), note);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot publish the checkpoint of " + size + " events", failure);
        }
    }

    /** How many events the last one vouches for: another node may have published a later one meanwhile. */
    private long latest() throws IOException {
        var file = folder.resolve("latest");
        if (!Files.exists(file)) {
            return -1;
        }
        var size = Files.readString(file).lines().skip(1).findFirst().orElse("");
        return SIZE.matcher(size).matches() ? Long.parseLong(size) : -1;
    }

    /** Whoever reads it sees the old one or the new one, also after the machine has lost its power. */
    private void write(Path file, String note) throws IOException {
        var draft = Files.createTempFile(folder, ".checkpoint-", ".tmp");
        try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            for (var bytes = StandardCharsets.UTF_8.encode(note); bytes.hasRemaining(); ) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (var names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }
}
