package consular.ledger.postgres;

import consular.ledger.core.note.NoteSigner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The key that signs checkpoints, in a file of two lines: the private key (PKCS #8) and the public one (X.509), each in base64.
 * Whoever makes it lets nobody else read it.
 */
final class SigningKey {

    private SigningKey() {}

    /** Reads the key, if the log is to have one; it goes by the log's name. */
    static Optional<NoteSigner> of(LedgerProperties properties) {
        return Optional.ofNullable(properties.signingKey())
                .map(file -> read(file, properties.origin(), properties.createSigningKey()));
    }

    private static NoteSigner read(Path file, String origin, boolean create) {
        try {
            if (create && !Files.exists(file)) {
                create(file);
            }
            return new NoteSigner(origin, keys(Files.readAllLines(file)));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read the key that signs checkpoints", failure);
        } catch (GeneralSecurityException | IllegalArgumentException failure) {
            throw new IllegalStateException(
                    "the file of consular.ledger.signing-key holds no Ed25519 key of two lines in base64", failure);
        }
    }

    private static KeyPair keys(List<String> lines) throws GeneralSecurityException {
        if (lines.size() != 2) {
            throw new IllegalArgumentException("there are " + lines.size() + " lines");
        }
        var factory = KeyFactory.getInstance("Ed25519");
        return new KeyPair(
                factory.generatePublic(
                        new X509EncodedKeySpec(Base64.getDecoder().decode(lines.get(1)))),
                factory.generatePrivate(
                        new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines.get(0)))));
    }

    /** Another node may do the same at this moment; whoever has it in place first wins, and nobody reads half of one. */
    private static void create(Path file) throws IOException, GeneralSecurityException {
        var folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        var keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var encoder = Base64.getEncoder();
        var draft = Files.createTempFile(
                folder,
                "key-",
                ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.write(
                    draft,
                    List.of(
                            encoder.encodeToString(keys.getPrivate().getEncoded()),
                            encoder.encodeToString(keys.getPublic().getEncoded())));
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException _) {
            // theirs is as good
        } finally {
            Files.delete(draft);
        }
    }
}
