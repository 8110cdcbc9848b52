package consular.ledger.postgres.secrets;

import consular.ledger.core.entry.Commitments;
import consular.ledger.core.hash.Hash;
import consular.ledger.core.hash.Sha256;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A secret part, as a row of the log has it. */
public sealed interface StoredPart {

    /** All parts of an event in one value, from a query that has {@code event}; null where it has none. */
    String COLUMN = column("%s");

    /** The same, but no bytes at all where one of the parts is so long that together they may have more than {@code most}. */
    static String columnIfUpTo(int most) {
        var isLong = "octet_length(part.ciphertext)::bigint * event.secret_parts > " + most;
        return column("case when bool_or(%1$s) then ''::bytea else %%s filter (where (%1$s) is not true) end"
                .formatted(isLong));
    }

    private static String column(String whichOfThem) {
        return """
            case when event.secret_parts > 0 then (
                select %s
                from secret_part as part
                where part.stream_id = event.stream_id and part.sequence = event.sequence) end as secret\
            """.formatted(whichOfThem.formatted("""
                string_agg(
                    uuid_send(part.person) || case when part.ciphertext is null
                        then '\\x00'::bytea || part.commitment
                        else '\\x01'::bytea || part.salt || part.key_commitment || int4send(octet_length(part.ciphertext))
                            || part.ciphertext end,
                    ''::bytea order by part.part)\
                """));
    }

    /** Whose key opens it. */
    UUID person();

    /** What the entry commits to, if it is as it was written. */
    Hash commitment();

    /**
     * It is there.
     *
     * @param salt 32 random bytes
     * @param keyCommitment 32 bytes that only the right key gives
     * @param ciphertext the nonce, what the cipher made of the text, and its tag
     */
    @SuppressWarnings("ArrayRecordComponent") // they are handed on, and never compared
    record Sealed(UUID person, byte[] salt, byte[] keyCommitment, byte[] ciphertext) implements StoredPart {
        @Override
        public Hash commitment() {
            return Commitments.secret(salt, keyCommitment, ciphertext);
        }
    }

    /** It was erased, and only the commitment is left. */
    record Gone(UUID person, Hash commitment) implements StoredPart {}

    /** Reads {@link #COLUMN}. */
    static List<StoredPart> read(byte @Nullable [] column) {
        if (column == null) {
            return List.of();
        }
        var parts = new ArrayList<StoredPart>();
        for (var rest = ByteBuffer.wrap(column); rest.hasRemaining(); ) {
            var person = new UUID(rest.getLong(), rest.getLong());
            parts.add(
                    rest.get() == 0
                            ? new Gone(person, Hash.at(bytes(rest, Hash.LENGTH), 0))
                            : new Sealed(
                                    person,
                                    bytes(rest, Commitments.SALT_LENGTH),
                                    bytes(rest, Commitments.SALT_LENGTH),
                                    bytes(rest, rest.getInt())));
        }
        return parts;
    }

    private static byte[] bytes(ByteBuffer from, int length) {
        var bytes = new byte[length];
        from.get(bytes);
        return bytes;
    }

    /** What an entry says of its parts; null if it has none. */
    static @Nullable Hash commitment(List<? extends StoredPart> parts) {
        return parts.isEmpty()
                ? null
                : Commitments.secretOf(
                        parts.stream().map(StoredPart::commitment).toList(), new Sha256());
    }
}
