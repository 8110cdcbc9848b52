package consular.ledger.core.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipFile;

/** The files of an export within its archive. Whatever a broken one makes the JDK throw comes out as one exception. */
final class ZippedFiles implements ExportFiles {

    private final ZipFile zip;
    private final String name;

    ZippedFiles(Path file) throws IOException {
        name = String.valueOf(file.getFileName());
        try {
            zip = new ZipFile(file.toFile());
        } catch (IllegalArgumentException malformed) {
            throw new BrokenExport(name, "it is not a ZIP archive: " + malformed.getMessage());
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void names(NameSink sink) throws IOException {
        try {
            for (var entries = zip.entries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                if (entry.isDirectory() && entry.getSize() != 0) {
                    throw new BrokenExport(entry.getName(), "it is a folder, and holds something");
                }
                sink.accept(entry.getName());
            }
        } catch (IllegalArgumentException malformed) {
            throw new BrokenExport(name, "it is not a ZIP archive: " + malformed.getMessage());
        }
    }

    @Override
    public InputStream open(String member) throws IOException {
        try {
            var entry = zip.getEntry(member);
            var content = entry == null ? null : zip.getInputStream(entry);
            if (content == null) {
                throw new BrokenExport(member, "it is not there");
            }
            return new WholeMember(member, content, entry);
        } catch (IllegalArgumentException malformed) {
            throw new BrokenExport(member, "it cannot be read: " + malformed.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
