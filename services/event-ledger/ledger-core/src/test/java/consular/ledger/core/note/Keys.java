package consular.ledger.core.note;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;

/** Keys that exist for a test. */
public final class Keys {

    private Keys() {}

    public static NoteSigner signer(String name) {
        return new NoteSigner(name, pair("Ed25519"));
    }

    static KeyPair pair(String algorithm) {
        try {
            return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
