package consular.cases.application.webhooks.targets;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells which addresses are of the public internet, by the registries of special-purpose addresses (RFC 6890) and what clouds
 * answer on. Of IPv6 only what was given out for it counts, so that what nobody thought of is refused.
 */
final class PublicAddresses {
    private static final List<Network> SPECIAL_V4 = networks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            // with what most clouds tell of themselves, credentials among it
            "169.254.0.0/16",
            "168.63.129.16/32",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            // multicast, and everything above it
            "224.0.0.0/3");

    private static final Network GIVEN_OUT_V6 = Network.of("2000::/3");

    private static final List<Network> SPECIAL_V6 = networks(
            // protocol assignments, Teredo among them
            "2001::/23",
            "2001:db8::/32",
            // whoever takes 6to4 apart would send to the IPv4 address in it
            "2002::/16",
            "3fff::/20");

    /** An IPv4 address is in the last 32 bits, and a gateway sends to that. */
    private static final Network TRANSLATED = Network.of("64:ff9b::/96");

    private static final int V4_LENGTH = 4;

    private PublicAddresses() {}

    private static List<Network> networks(String... texts) {
        return Stream.of(texts).map(Network::of).toList();
    }

    /** Whether an address is one of the public internet. */
    static boolean contains(InetAddress address) {
        return switch (address) {
            case Inet4Address v4 -> SPECIAL_V4.stream().noneMatch(network -> network.contains(v4));
            case Inet6Address v6 when TRANSLATED.contains(v6) -> contains(translated(v6));
            case Inet6Address v6 ->
                GIVEN_OUT_V6.contains(v6) && SPECIAL_V6.stream().noneMatch(network -> network.contains(v6));
            default -> false;
        };
    }

    private static InetAddress translated(Inet6Address address) {
        try {
            var bytes = address.getAddress();
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, bytes.length - V4_LENGTH, bytes.length));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("four bytes are an address", impossible);
        }
    }
}
