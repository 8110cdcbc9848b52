package consular.ledger.core.tiles;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Up to 256 entries in one piece, each behind its length in two bytes: the entries of one tile of leaves. */
public final class EntryBundle {

    private static final int MAX_LENGTH = 0xffff;

    private EntryBundle() {}

    /** Puts entries into a bundle. */
    public static byte[] encode(List<byte[]> entries) {
        var bundle = new ByteArrayOutputStream();
        for (var entry : entries) {
            if (entry.length > MAX_LENGTH) {
                throw new IllegalArgumentException("an entry of " + entry.length + " bytes is too long for a bundle");
            }
            bundle.write(entry.length >>> 8);
            bundle.write(entry.length);
            bundle.writeBytes(entry);
        }
        return bundle.toByteArray();
    }

    /** Takes the entries out; empty unless there are exactly so many and nothing behind them. */
    public static Optional<List<byte[]>> decode(byte[] bundle, int width) {
        List<byte[]> entries = new ArrayList<>();
        var at = 0;
        while (bundle.length - at >= 2) {
            var length = (bundle[at] & 0xff) << 8 | (bundle[at + 1] & 0xff);
            at += 2;
            if (bundle.length - at < length) {
                return Optional.empty();
            }
            entries.add(Arrays.copyOfRange(bundle, at, at + length));
            at += length;
        }
        return at == bundle.length && entries.size() == width ? Optional.of(List.copyOf(entries)) : Optional.empty();
    }
}
