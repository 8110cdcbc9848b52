package consular.cases.application;

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
        var file = folder.resolve(message.entryId() + ".json");
        var partial = folder.resolve("." + message.entryId() + "." + UUID.randomUUID() + ".part");
        try {
            if (!Files.exists(file)) {
                write(CaseJson.mapper().writeValueAsBytes(message), partial);
                Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
            }
            // also when the file was there: whoever put it there may have died before this
            sync(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException("the entry could not be put into the folder for CLASS", failure);
        } finally {
            discard(partial);
        }
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
