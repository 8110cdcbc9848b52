package consular.cases.application;

import consular.ledger.postgres.secrets.ServiceKeys;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The key for digests as the ledger keeps it, asked for once by each node. */
@Component
final class KeptDigestKey implements DigestKey {
    private static final UUID PURPOSE = UUID.fromString("6e616d65-7320-8000-8000-736561726368");

    private final ServiceKeys keys;
    private volatile byte @Nullable [] known;

    KeptDigestKey(ServiceKeys keys) {
        this.keys = keys;
    }

    @Override
    public byte[] bytes() {
        var key = known;
        if (key == null) {
            key = keys.of(PURPOSE);
            known = key;
        }
        return key.clone();
    }
}
