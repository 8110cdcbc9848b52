package consular.cases.projections;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** The sort key of the last row of a page, opaque to clients and checked when it comes back. */
final class Cursor {
    /** No date, number or UUID holds it; a text may, so a text comes last. */
    private static final String BETWEEN = "|";

    private Cursor() {}

    static String encode(ReadModelName name, List<String> key) {
        var plain = name.path() + BETWEEN + String.join(BETWEEN, key);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws BadCursor when {@code cursor} is not of this read model and order */
    static List<String> decode(ReadModelName name, List<SortColumn> order, String cursor) {
        var parts = List.of(plain(cursor).split("\\" + BETWEEN, order.size() + 1));
        if (parts.size() != order.size() + 1 || !parts.getFirst().equals(name.path())) {
            throw new BadCursor();
        }
        var key = parts.subList(1, parts.size());
        for (var column = 0; column < key.size(); column++) {
            if (!order.get(column).isValue(key.get(column))) {
                throw new BadCursor();
            }
        }
        return key;
    }

    private static String plain(String cursor) {
        try {
            var bytes = Base64.getUrlDecoder().decode(cursor);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException _) {
            throw new BadCursor();
        }
    }
}
