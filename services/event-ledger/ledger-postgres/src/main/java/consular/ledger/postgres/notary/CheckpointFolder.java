package consular.ledger.postgres.notary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;

/**
 * Publishes checkpoints as files, {@code <size>} each, and the last one as {@code latest}. No file of a size is ever overwritten, and one that
 * says something else is told. Nodes that share a folder take turns, by a lock on {@code .lock} in it, so the last one never goes back.
 */
public final class CheckpointFolder implements CheckpointSink {

    private static final Pattern SIZE = Pattern.compile("[0-9]{1,18}");

    /** One at a time in this process, where a lock on a file keeps nobody out; there are few of them. */
    private static final ReentrantLock HERE = new ReentrantLock();

    private final Path folder;

    /** The folder is made when the first checkpoint comes. */
    public CheckpointFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public void publish(long size, String note) {
        try {
            Files.createDirectories(folder);
            inTurn(size, note);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot publish the checkpoint of " + size + " events", failure);
        }
    }

    private void inTurn(long size, String note) throws IOException {
        HERE.lock();
        try (var turn = FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = turn.lock()) {
            var file = folder.resolve(Long.toString(size));
            if (!Files.exists(file)) {
                write(file, note);
            } else if (!Files.readString(file).equals(note)) {
                throw new IllegalStateException(
                        "%s is another checkpoint over %d events than the one that is to be published: both are evidence"
                                .formatted(file, size));
            }
            if (size >= lastSize()) {
                write(folder.resolve("latest"), note);
            }
        } finally {
            HERE.unlock();
        }
    }

    /** What the last one says, or where it says nothing, the files of sizes. */
    private long lastSize() throws IOException {
        var file = folder.resolve("latest");
        var said = Files.exists(file) ? size(Files.readString(file)) : -1;
        return said >= 0 ? said : longest().orElse(-1);
    }

    /** Another node may have published it. */
    @Override
    public Optional<String> latest() {
        var file = folder.resolve("latest");
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : noteOfLongest();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read the last checkpoint that was published", failure);
        }
    }

    /** Where somebody has taken the last one away. */
    private Optional<String> noteOfLongest() throws IOException {
        var longest = longest();
        return longest.isPresent()
                ? Optional.of(Files.readString(folder.resolve(Long.toString(longest.getAsLong()))))
                : Optional.empty();
    }

    private OptionalLong longest() throws IOException {
        if (!Files.exists(folder)) {
            return OptionalLong.empty();
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> SIZE.matcher(name).matches())
                    .mapToLong(Long::parseLong)
                    .max();
        }
    }

    private static long size(String note) {
        var size = note.lines().skip(1).findFirst().orElse("");
        return SIZE.matcher(size).matches() ? Long.parseLong(size) : -1;
    }

    /** Whoever reads it sees the old one or the new one, also after the machine has lost its power. */
    private void write(Path file, String note) throws IOException {
        var draft = Files.createTempFile(folder, ".checkpoint-", ".tmp");
        try {
            try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                for (var bytes = StandardCharsets.UTF_8.encode(note); bytes.hasRemaining(); ) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            // on a full disk each try would leave another one
            Files.deleteIfExists(draft);
        }
        try (var names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }
}
