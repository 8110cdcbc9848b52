package consular.cases.application.webhooks;

import java.util.UUID;

/** Seals the secrets of receivers, so that whoever reads the database can't sign. */
public interface SecretKeeper {
    /** The version of the key under which secrets are sealed from now on. */
    String newest();

    /** Seals a secret, so that it opens under its own id only. */
    Sealed seal(UUID id, Secret secret);

    /**
     * Opens a secret.
     *
     * @throws IllegalStateException if it is not what it was, or its version of the key is not held
     */
    Secret open(UUID id, Sealed sealed);

    /**
     * A secret as it is stored.
     *
     * @param version of the key
     */
    @SuppressWarnings("ArrayRecordComponent") // they are handed on, and never compared
    record Sealed(byte[] bytes, String version) {}
}
