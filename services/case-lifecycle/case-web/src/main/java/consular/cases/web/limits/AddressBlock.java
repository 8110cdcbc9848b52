package consular.cases.web.limits;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** What counts as one address: of IPv6 the 64 bits that one subscriber is given, or anybody would have more addresses than we remember. */
final class AddressBlock {
    private static final int SUBSCRIBER_BYTES = 8;

    private AddressBlock() {}

    /** The block of an address as the container gives it: numbers, never a name. */
    static String of(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            var bytes = InetAddress.getByName(address).getAddress();
            return HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(bytes.length, SUBSCRIBER_BYTES)));
        } catch (UnknownHostException _) {
            return address;
        }
    }
}
