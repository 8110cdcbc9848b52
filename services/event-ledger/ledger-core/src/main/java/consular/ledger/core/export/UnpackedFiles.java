package consular.ledger.core.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The files of an export that somebody has unpacked. */
final class UnpackedFiles implements ExportFiles {

    private final Path folder;

    UnpackedFiles(Path folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return String.valueOf(folder.getFileName());
    }

    @Override
    public void names(NameSink sink) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : (Iterable<Path>) files::iterator) {
                var name = nameOf(file);
                if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                    continue;
                }
                if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    throw new BrokenExport(name, "it is a link or a device, and not a file");
                }
                sink.accept(name);
            }
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private String nameOf(Path file) {
        return StreamSupport.stream(folder.relativize(file).spliterator(), false)
                .map(Path::toString)
                .collect(Collectors.joining("/"));
    }

    @Override
    public InputStream open(String member) throws IOException {
        return Files.newInputStream(folder.resolve(member), LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public void close() {}
}
