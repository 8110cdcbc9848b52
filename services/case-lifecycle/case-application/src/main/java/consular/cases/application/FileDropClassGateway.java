package consular.cases.application;

import consular.cases.domain.refusals.ClassMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Puts each message as a file of JSON into a folder, from which the other side takes it. A file appears whole or not at
 * all, under the id of its entry; one that is there already is left alone. Acknowledged is what the disk has.
 *
 * <p>A deletion is the last word: an entry that the other side has not taken yet goes with it, and none comes after it, as long as the
 * deletion has not been taken either. In whatever order two instances put the two, each looks for the other when its own is there.
 */
final class FileDropClassGateway implements ClassGateway {
    private final Path folder;

    /** @throws UncheckedIOException when the folder is not there and can't be made */
    FileDropClassGateway(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException("the folder for CLASS can't be used", failure);
        }
    }

    @Override
    public void send(ClassRecord message) {
        var file = fileOf(message, message.message());
        var partial = folder.resolve("." + message.entryId() + "." + UUID.randomUUID() + ".part");
        try {
            if (!Files.exists(file) && !isDeleted(message)) {
                write(CaseJson.mapper().writeValueAsBytes(message), partial);
                Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
            }
            if (isDeleted(message)) {
                Files.deleteIfExists(fileOf(message, ClassMessage.ENTRY));
            }
            // also when the file was there: whoever put it there may have died before this
            sync(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException("the entry could not be put into the folder for CLASS", failure);
        } finally {
            discard(partial);
        }
    }

    private boolean isDeleted(ClassRecord message) {
        return Files.exists(fileOf(message, ClassMessage.DELETION));
    }

    /** Where a message on the same refusal is, or would be. */
    private Path fileOf(ClassRecord message, ClassMessage which) {
        var id = message.entryId();
        var own = message.message().name();
        var entry = id.endsWith(own) ? id.substring(0, id.length() - own.length()) + which : id;
        return folder.resolve(entry + ".json");
    }

    private static void write(byte[] json, Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(json);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** The name of a file is kept only once its folder is. */
    private static void sync(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void discard(Path partial) {
        try {
            Files.deleteIfExists(partial);
        } catch (IOException failure) {
            throw new UncheckedIOException("a partial file is left in the folder for CLASS", failure);
        }
    }
}
