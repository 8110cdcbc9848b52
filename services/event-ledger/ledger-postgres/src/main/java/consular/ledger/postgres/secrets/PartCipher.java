package consular.ledger.postgres.secrets;

import static java.nio.charset.StandardCharsets.US_ASCII;

import consular.ledger.core.entry.Commitments;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Seals and opens secret parts. From the person's data key and the part's salt, HKDF-SHA256 makes the key of this part alone, and
 * 32 bytes that commit to it: no two keys open the same part to different words.
 */
final class PartCipher {

    private static final byte[] PURPOSE = "consular ledger secret part v1".getBytes(US_ASCII);

    private PartCipher() {}

    /** A part that opens under this key and in this place only. */
    static StoredPart.Sealed seal(byte[] dataKey, Place place, PersonalData.Secret secret) {
        var salt = Gcm.random(Commitments.SALT_LENGTH);
        var derived = derive(dataKey, salt);
        return new StoredPart.Sealed(
                secret.person(),
                salt,
                commitment(derived),
                Gcm.encipher(key(derived), place.of(secret.person()), secret.text()));
    }

    /**
     * The words of a part.
     *
     * @throws Unopenable if the key is another, the part was changed, or it belongs elsewhere
     */
    static byte[] open(byte[] dataKey, Place place, StoredPart.Sealed part) {
        var derived = derive(dataKey, part.salt());
        if (!MessageDigest.isEqual(commitment(derived), part.keyCommitment())) {
            throw new Unopenable(place, part.person(), "it commits to another key or salt", null);
        }
        return decipher(derived, place, part.person(), part.ciphertext());
    }

    private static byte[] decipher(byte[] derived, Place place, UUID person, byte[] ciphertext) {
        try {
            return Gcm.decipher(key(derived), place.of(person), ciphertext);
        } catch (GeneralSecurityException changed) {
            throw new Unopenable(place, person, "it was changed, or belongs to another event or person", changed);
        }
    }

    private static byte[] derive(byte[] dataKey, byte[] salt) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addIKM(dataKey)
                            .addSalt(salt)
                            .thenExpand(PURPOSE, Gcm.KEY_LENGTH + Commitments.SALT_LENGTH));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has HKDF-SHA256", impossible);
        }
    }

    private static byte[] key(byte[] derived) {
        return Arrays.copyOf(derived, Gcm.KEY_LENGTH);
    }

    private static byte[] commitment(byte[] derived) {
        return Arrays.copyOfRange(derived, Gcm.KEY_LENGTH, derived.length);
    }
}
