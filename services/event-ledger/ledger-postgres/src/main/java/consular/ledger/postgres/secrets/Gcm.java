package consular.ledger.postgres.secrets;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM of the JDK, with the nonce in front of what it gives. */
final class Gcm {

    static final int KEY_LENGTH = 32;

    private static final int NONCE_LENGTH = 12;
    private static final int TAG_BITS = 128;
    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Asked once: to look for it among all of them costs more than to encipher a part. */
    private static final Provider PROVIDER = provider();

    private Gcm() {}

    static byte[] random(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    static byte[] encipher(byte[] key, byte[] context, byte[] text) {
        try {
            var nonce = random(NONCE_LENGTH);
            var cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, context);
            var sealed = new byte[NONCE_LENGTH + cipher.getOutputSize(text.length)];
            System.arraycopy(nonce, 0, sealed, 0, NONCE_LENGTH);
            cipher.doFinal(text, 0, text.length, sealed, NONCE_LENGTH);
            return sealed;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has AES-256-GCM", impossible);
        }
    }

    /** Fails if key, context or a single bit is another. */
    static byte[] decipher(byte[] key, byte[] context, byte[] sealed) throws GeneralSecurityException {
        if (sealed.length < NONCE_LENGTH) {
            throw new GeneralSecurityException("too short to hold a nonce");
        }
        var nonce = java.util.Arrays.copyOf(sealed, NONCE_LENGTH);
        return cipher(Cipher.DECRYPT_MODE, key, nonce, context)
                .doFinal(sealed, NONCE_LENGTH, sealed.length - NONCE_LENGTH);
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, byte[] context) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(ALGORITHM, PROVIDER);
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context);
        return cipher;
    }

    private static Provider provider() {
        try {
            return Cipher.getInstance(ALGORITHM).getProvider();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has AES-256-GCM", impossible);
        }
    }
}
