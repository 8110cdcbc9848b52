package consular.ledger.postgres.secrets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The key-encryption key in a file: a line for each version, the newest last, with its name, a space, and 32 bytes in base64.
 * Whoever makes it lets nobody else read it.
 */
public final class KeyWrappingFile implements KeyWrapping {

    private static final String FIRST = "1";

    private final Map<String, byte[]> versions;
    private final String newest;

    private KeyWrappingFile(Map<String, byte[]> versions) {
        this.versions = versions;
        this.newest = versions.keySet().stream().reduce((_, later) -> later).orElseThrow();
    }

    /**
     * Reads a file, and makes it before if it is not there and may be made.
     *
     * @throws IllegalStateException if it holds no such key
     */
    public static KeyWrappingFile read(Path file, boolean create) {
        try {
            if (create && !Files.exists(file)) {
                create(file);
            }
            return new KeyWrappingFile(versions(Files.readAllLines(file)));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read the key that wraps the keys of persons", failure);
        } catch (IllegalArgumentException failure) {
            // without the cause, which might quote the file
            throw new IllegalStateException(
                    "the file of consular.ledger.key-encryption-key holds no lines of a version's name"
                            + " and 32 bytes in base64, or a name twice");
        }
    }

    private static Map<String, byte[]> versions(List<String> lines) {
        var versions = new LinkedHashMap<String, byte[]>();
        for (var line : lines) {
            var parts = line.split(" ", -1);
            var key = Base64.getDecoder().decode(parts[parts.length - 1]);
            if (parts.length != 2
                    || parts[0].isEmpty()
                    || key.length != Gcm.KEY_LENGTH
                    || versions.put(parts[0], key) != null) {
                throw new IllegalArgumentException("not a version");
            }
        }
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("no version");
        }
        return versions;
    }

    /** Another node may do the same at this moment; whoever has it in place first wins, and nobody reads half of one. */
    private static void create(Path file) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        var draft = Files.createTempFile(
                folder,
                "key-",
                ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.write(draft, List.of(FIRST + ' ' + Base64.getEncoder().encodeToString(Gcm.random(Gcm.KEY_LENGTH))));
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException _) {
            // theirs is as good
        } finally {
            Files.delete(draft);
        }
    }

    @Override
    public String newest() {
        return newest;
    }

    @Override
    public boolean holds(String version) {
        return versions.containsKey(version);
    }

    @Override
    public byte[] wrap(byte[] dataKey, byte[] context) {
        return Gcm.encipher(java.util.Objects.requireNonNull(versions.get(newest)), context, dataKey);
    }

    @Override
    public byte[] unwrap(String version, byte[] wrapped, byte[] context) throws GeneralSecurityException {
        var key = versions.get(version);
        if (key == null) {
            throw new GeneralSecurityException("version " + version + " of the key-encryption key is not held");
        }
        return Gcm.decipher(key, context, wrapped);
    }
}
