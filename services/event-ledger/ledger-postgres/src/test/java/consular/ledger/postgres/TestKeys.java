package consular.ledger.postgres;

import consular.ledger.core.note.NoteSigner;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;

final class TestKeys {

    static final String ORIGIN = "log.example/cases";

    private TestKeys() {}

    /** The one in a file, which is made if it is not there. */
    static NoteSigner signer(Path file) {
        try {
            if (!Files.exists(file)) {
                try (var output = new ObjectOutputStream(Files.newOutputStream(file))) {
                    output.writeObject(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
                }
            }
            try (var input = new ObjectInputStream(Files.newInputStream(file))) {
                return new NoteSigner(ORIGIN, (KeyPair) input.readObject());
            }
        } catch (IOException | ReflectiveOperationException | NoSuchAlgorithmException failure) {
            throw new AssertionError(failure);
        }
    }

    static NoteSigner signer() {
        try {
            return new NoteSigner(
                    ORIGIN, KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (NoSuchAlgorithmException missing) {
            throw new AssertionError(missing);
        }
    }
}
