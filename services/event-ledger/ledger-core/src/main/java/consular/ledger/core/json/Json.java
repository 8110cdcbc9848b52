package consular.ledger.core.json;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value in a JSON document, as far as evidence has need of them: neither fractions nor true and false. */
public sealed interface Json {

    /** An object; no member is there twice. */
    record Members(Map<String, Json> byName) implements Json {

        public Members {
            byName = Map.copyOf(byName);
        }
    }

    /** An array. */
    record Items(List<Json> all) implements Json {

        public Items {
            all = List.copyOf(all);
        }
    }

    /** A string without half surrogate pairs. */
    record Text(String text) implements Json {}

    /** A whole number, from 0 to 2⁵³ − 1. */
    record Whole(long number) implements Json {}

    /** {@code null}. */
    record Null() implements Json {}

    /** Reads a document in UTF-8; empty if it is not strict JSON (RFC 8259), or holds other values than these. */
    static Optional<Json> parse(byte[] document) {
        return JsonParser.parse(document);
    }
}
