package consular.ledger.core.note;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** Ed25519 by the JDK, with public keys as the 32 bytes of RFC 8032. */
final class Ed25519 {

    static final int KEY_LENGTH = 32;
    static final int SIGNATURE_LENGTH = 64;

    private static final String NAME = "Ed25519";

    /** What the JDK's encoding has before the 32 bytes: that an Ed25519 key follows. */
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private Ed25519() {}

    static byte[] encode(PublicKey key) {
        var encoded = key.getEncoded();
        var prefix = X509_PREFIX.length;
        if (encoded == null
                || encoded.length != prefix + KEY_LENGTH
                || !Arrays.equals(encoded, 0, prefix, X509_PREFIX, 0, prefix)) {
            throw new IllegalArgumentException("not an Ed25519 public key: " + key.getAlgorithm());
        }
        return Arrays.copyOfRange(encoded, prefix, encoded.length);
    }

    static PublicKey decode(byte[] key) {
        var encoded = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + KEY_LENGTH);
        System.arraycopy(key, 0, encoded, X509_PREFIX.length, KEY_LENGTH);
        try {
            var decoded = KeyFactory.getInstance(NAME).generatePublic(new X509EncodedKeySpec(encoded));
            // Not every 32 bytes are a point on the curve, and the JDK looks only now.
            Signature.getInstance(NAME).initVerify(decoded);
            return decoded;
        } catch (GeneralSecurityException notAKey) {
            throw new IllegalArgumentException("not an Ed25519 public key", notAKey);
        }
    }

    static byte[] sign(PrivateKey key, byte[] message) {
        try {
            var signature = Signature.getInstance(NAME);
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (InvalidKeyException notAKey) {
            throw new IllegalArgumentException("not an Ed25519 private key", notAKey);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has Ed25519", impossible);
        }
    }

    static boolean verifies(PublicKey key, byte[] message, byte[] signed) {
        if (signed.length != SIGNATURE_LENGTH) {
            return false;
        }
        try {
            var signature = Signature.getInstance(NAME);
            signature.initVerify(key);
            signature.update(message);
            return signature.verify(signed);
        } catch (SignatureException malformed) {
            return false;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("the key was tried when it was read", impossible);
        }
    }
}
