package consular.ledger.postgres;

import consular.ledger.core.note.NoteSigner;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;

final class TestKeys {

    static final String ORIGIN = "log.example/cases";

    private TestKeys() {}

    static NoteSigner signer() {
        try {
            return new NoteSigner(
                    ORIGIN, KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (NoSuchAlgorithmException missing) {
            throw new AssertionError(missing);
        }
    }
}
