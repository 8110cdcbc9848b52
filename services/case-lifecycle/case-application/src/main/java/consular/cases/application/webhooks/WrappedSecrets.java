package consular.cases.application.webhooks;

import consular.ledger.postgres.secrets.KeyWrapping;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;

/** Secrets under the key-encryption key, under which the keys of persons are too. */
record WrappedSecrets(KeyWrapping wrapping) implements SecretKeeper {
    private static final String CONTEXT = "webhook-secret:";

    @Override
    public String newest() {
        return wrapping.newest();
    }

    @Override
    public Sealed seal(UUID id, Secret secret) {
        return new Sealed(wrapping.wrap(secret.bytes(), context(id)), wrapping.newest());
    }

    @Override
    public Secret open(UUID id, Sealed sealed) {
        try {
            return new Secret(wrapping.unwrap(sealed.version(), sealed.bytes(), context(id)));
        } catch (GeneralSecurityException refused) {
            throw new IllegalStateException("the secret " + id + " of a webhook does not open", refused);
        }
    }

    private static byte[] context(UUID id) {
        return (CONTEXT + id).getBytes(StandardCharsets.UTF_8);
    }
}
