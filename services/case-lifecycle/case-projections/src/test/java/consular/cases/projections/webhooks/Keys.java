package consular.cases.projections.webhooks;

import consular.cases.application.webhooks.Secret;
import consular.cases.application.webhooks.SecretKeeper;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArraySet;

/** Seals by adding what belongs to the id and the version, which is enough to see what was sealed how. */
public final class Keys implements SecretKeeper {
    private final Set<String> held = new CopyOnWriteArraySet<>(Set.of("1"));
    private volatile String newest = "1";

    /** Seals under another version from now on. */
    public void change(String version) {
        held.add(version);
        newest = version;
    }

    @Override
    public String newest() {
        return newest;
    }

    @Override
    public Sealed seal(UUID id, Secret secret) {
        return new Sealed(turned(secret.bytes(), id, newest), newest);
    }

    @Override
    public Secret open(UUID id, Sealed sealed) {
        if (!held.contains(sealed.version())) {
            throw new IllegalStateException("version " + sealed.version() + " is not held");
        }
        return new Secret(turned(sealed.bytes(), id, sealed.version()));
    }

    private static byte[] turned(byte[] bytes, UUID id, String version) {
        var turned = bytes.clone();
        for (var i = 0; i < turned.length; i++) {
            turned[i] ^= (byte) (id.hashCode() + version.hashCode());
        }
        return turned;
    }
}
