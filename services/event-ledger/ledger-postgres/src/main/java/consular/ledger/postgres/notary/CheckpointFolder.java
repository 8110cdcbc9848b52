package consular.ledger.postgres.notary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Publishes checkpoints as files, {@code <size>} each, and the last one as {@code latest}. No file of a size is ever overwritten, and one that
 * says something else is told.
 */
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
            } else if (!Files.readString(file).equals(note)) {
                throw new IllegalStateException(
                        "%s is another checkpoint over %d events than the one that is to be published: both are evidence"
                                .formatted(file, size));
            }
            if (size >= latest().map(CheckpointFolder::size).orElse(-1L)) {
                write(folder.resolve("latest"), note);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot publish the checkpoint of " + size + " events", failure);
        }
    }

    /** Another node may have published it. */
    @Override
    public Optional<String> latest() {
        var file = folder.resolve("latest");
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : longest();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read the last checkpoint that was published", failure);
        }
    }

    /** Where somebody has taken the last one away. */
    private Optional<String> longest() throws IOException {
        if (!Files.exists(folder)) {
            return Optional.empty();
        }
        try (var files = Files.list(folder)) {
            var longest = files.map(file -> file.getFileName().toString())
                    .filter(name -> SIZE.matcher(name).matches())
                    .max(Comparator.comparingLong(Long::parseLong));
            return longest.isPresent()
                    ? Optional.of(Files.readString(folder.resolve(longest.get())))
                    : Optional.empty();
        }
    }

    private static long size(String note) {
        var size = note.lines().skip(1).findFirst().orElse("");
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
