package consular.cases.application.webhooks.targets;

import java.net.InetAddress;
import java.util.Arrays;

/** The addresses that begin with the same bits. */
record Network(InetAddress first, int bits) {

    /** A network as it is written, such as {@code 10.0.0.0/8}. */
    static Network of(String text) {
        var slash = text.indexOf('/');
        return new Network(
                InetAddress.ofLiteral(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
    }

    boolean contains(InetAddress address) {
        var theirs = address.getAddress();
        var ours = first.getAddress();
        if (theirs.length != ours.length) {
            return false;
        }
        var whole = bits / Byte.SIZE;
        var rest = bits % Byte.SIZE;
        var mask = 0xff00 >> rest & 0xff;
        return Arrays.equals(ours, 0, whole, theirs, 0, whole)
                && (rest == 0 || (ours[whole] & mask) == (theirs[whole] & mask));
    }
}
