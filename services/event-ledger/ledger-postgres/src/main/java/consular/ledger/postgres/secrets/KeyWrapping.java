package consular.ledger.postgres.secrets;

/**
 * The key-encryption key, in the versions that are still in use. A bean of this takes the place of the file: for a key that stays
 * in a device or with a service, say. It is called by many threads at once.
 */
public interface KeyWrapping {

    /** The version that wraps from now on; a short name, which is stored. */
    String newest();

    /** Whether a version is held, so that what it has wrapped should open. */
    boolean holds(String version);

    /**
     * Wraps a data key under {@link #newest}.
     *
     * @param context what the wrapped key is bound to
     */
    byte[] wrap(byte[] dataKey, byte[] context);

    /**
     * Unwraps a data key. Where that cannot be tried at the moment, as the device or the service is away, it throws something else: the key
     * is not damaged then.
     *
     * @throws java.security.GeneralSecurityException if the version is not held, or key or context are not those that were given
     */
    byte[] unwrap(String version, byte[] wrapped, byte[] context) throws java.security.GeneralSecurityException;
}
