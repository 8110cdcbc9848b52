package consular.cases.application.webhooks.targets;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says where events may be sent: by https to a public address, at one of a few ports. A name is resolved when a subscription is
 * made, and again for each connection, which then goes to one of the addresses that were looked at here and to no other.
 */
public final class Targets {
    /** How many characters an address may have. */
    public static final int LONGEST = 2_048;

    /** So that many addresses, of which none answers, don't take up the time of an attempt. */
    private static final int MOST_ADDRESSES = 4;

    private static final int HTTPS_PORT = 443;
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final NameResolver names;
    private final Set<Integer> ports;
    private final boolean allowLoopback;

    /** @param allowLoopback whether this machine is a target as well, also by http and at any port */
    public Targets(NameResolver names, Set<Integer> ports, boolean allowLoopback) {
        this.names = names;
        this.ports = Set.copyOf(ports);
        this.allowLoopback = allowLoopback;
    }

    /** What a text names, if events may be sent there now. */
    public Optional<URI> find(String text) {
        try {
            var target = text.length() > LONGEST ? null : new URI(text).parseServerAuthority();
            if (target == null || !isWellFormed(target)) {
                return Optional.empty();
            }
            resolve(target.getHost());
            return Optional.of(target);
        } catch (URISyntaxException | UnknownHostException _) {
            return Optional.empty();
        }
    }

    private boolean isWellFormed(URI target) {
        return target.getHost() != null
                && target.getRawUserInfo() == null
                && target.getRawFragment() == null
                && (isHere(target) || isSafe(target));
    }

    private boolean isHere(URI target) {
        return allowLoopback
                && THIS_MACHINE.contains(target.getHost())
                && (isScheme("http", target) || isScheme("https", target));
    }

    private boolean isSafe(URI target) {
        return isScheme("https", target) && ports.contains(target.getPort() < 0 ? HTTPS_PORT : target.getPort());
    }

    private static boolean isScheme(String scheme, URI target) {
        return scheme.equalsIgnoreCase(target.getScheme());
    }

    /**
     * The addresses of a name, to connect to.
     *
     * @throws AddressRefused if any of them is none that events may be sent to
     */
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress @Nullable [] found = names.resolve(host);
        if (found == null || found.length == 0) {
            throw new UnknownHostException("a name without an address");
        }
        for (var address : found) {
            if (!PublicAddresses.contains(address) && !(allowLoopback && address.isLoopbackAddress())) {
                throw new AddressRefused();
            }
        }
        return Arrays.copyOf(found, Math.min(found.length, MOST_ADDRESSES));
    }
}
