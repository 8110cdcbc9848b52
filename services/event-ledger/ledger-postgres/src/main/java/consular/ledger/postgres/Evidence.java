package consular.ledger.postgres;

import consular.ledger.core.content.Content;
import consular.ledger.core.content.ContentLine;
import consular.ledger.core.entry.CanonicalEntry;
import consular.ledger.core.entry.Chain;
import consular.ledger.core.entry.Commitments;
import consular.ledger.core.entry.Entry;
import consular.ledger.core.entry.UnreadableEntry;
import consular.ledger.core.hash.Hash;
import consular.ledger.postgres.secrets.StoredPart;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as an auditor gets it. The entry is made anew of what the database holds, so a row that was changed shows: its
 * leaf is not the one that was signed. Where nothing is there that could be an entry, a line says so in its stead, which the
 * verifier names; see {@link UnreadableEntry}.
 *
 * @param logIndex its place in the log, from 0; null while it has none
 * @param entry the canonical bytes; not copied
 * @param clear the part that anyone may read: metadata, a newline, the payload; not copied
 * @param secrets what is under keys of persons, as far as it was not erased
 */
@SuppressWarnings("ArrayRecordComponent") // they are handed on, and never compared
public record Evidence(@Nullable Long logIndex, byte[] entry, byte[] clear, List<StoredPart> secrets) {

    /** What stands where there is nothing, or nothing that can be exported. */
    static final Content NO_CONTENT = new Content(new byte[0], new Content.None());

    private static final String PLACE =
            "log_batch.first_index + event.place as log_index, event.place < log_batch.length as is_in_batch";

    private static final String OWN_COLUMNS = PLACE + """
        ,
        event.stream_name, event.event_name, event.stream_id, event.stream_type, event.sequence, event.event_id,
        event.type, event.revision, event.effective_at, event.recorded_at, event.actor, %s, %s\
        """;

    /**
     * For rows in any order: the row before is looked for. Of two that claim to be it, which cannot be unless the table was changed, one is
     * enough to show it.
     */
    static final String COLUMNS = OWN_COLUMNS + """
        ,
        (select earlier.chain from event as earlier
         where earlier.stream_id = event.stream_id and earlier.sequence = event.sequence - 1
         order by earlier.batch limit 1) as previous\
        """;

    /** For one whole stream in a {@code window} by sequence: the row before is at hand. */
    static final String COLUMNS_OF_A_STREAM = """
        %s,
        case when lag(event.sequence) over stream = event.sequence - 1 then lag(event.chain) over stream end as previous\
        """.formatted(LogPages.whole(OWN_COLUMNS));

    /** For the content alone, which says nothing of the row before. */
    static final String COLUMNS_OF_CONTENT = PLACE + ", event.sequence, %s, %s";

    /** Whatever the row holds. */
    static Evidence of(ResultSet row) throws SQLException {
        return of(row, row.getBytes("clear"), row.getBytes("secret"));
    }

    /** The same, where what is long of it was read already. */
    static Evidence of(ResultSet row, byte[] clear, byte @Nullable [] secret) throws SQLException {
        try {
            return sound(row, clear, secret);
        } catch (RuntimeException unreadable) {
            return unreadable(row.getObject("log_index", Long.class), String.valueOf(unreadable.getMessage()));
        }
    }

    /** Stands in for what cannot be read. */
    static Evidence unreadable(@Nullable Long logIndex, String why) {
        return new Evidence(logIndex, UnreadableEntry.encode(why), new byte[0], List.of());
    }

    private static Evidence sound(ResultSet row, byte[] clear, byte @Nullable [] secret) throws SQLException {
        var secrets = StoredPart.read(secret);
        ContentLine.requireEncodable(clear);
        requireItsName(row, "stream_id", "stream_name");
        requireItsName(row, "event_id", "event_name");
        var entry = new Entry(
                row.getObject("stream_id", UUID.class),
                row.getString("stream_type"),
                row.getLong("sequence"),
                row.getObject("event_id", UUID.class),
                row.getString("type"),
                row.getString("revision"),
                row.getObject("effective_at", OffsetDateTime.class).toInstant(),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                Commitments.clear(clear),
                StoredPart.commitment(secrets),
                Optional.ofNullable(row.getBytes("previous"))
                        .map(chain -> Hash.at(chain, 0))
                        .orElse(Chain.START));
        return new Evidence(row.getObject("log_index", Long.class), CanonicalEntry.encode(entry), clear, secrets);
    }

    /** What the entry commits to. */
    public Content content() {
        return content(clear, secrets);
    }

    /** The same of a row with {@link #COLUMNS_OF_CONTENT}, whatever it holds; of one that cannot be exported, what stands in its stead. */
    static Content contentOf(byte[] clear, byte @Nullable [] secret) {
        try {
            ContentLine.requireEncodable(clear);
            return content(clear, StoredPart.read(secret));
        } catch (RuntimeException _) {
            // the entry of the row says why
            return NO_CONTENT;
        }
    }

    private static Content content(byte[] clear, List<StoredPart> secrets) {
        return new Content(clear, secret(secrets));
    }

    private static Content.Secret secret(List<StoredPart> secrets) {
        if (secrets.isEmpty()) {
            return new Content.None();
        }
        if (secrets.size() > 1) {
            return new Content.Several(secrets.stream().map(Evidence::part).toList());
        }
        return switch (part(secrets.getFirst())) {
            case Content.Enciphered enciphered -> enciphered;
            case Content.ErasedPart _ -> new Content.Erased();
        };
    }

    private static Content.Part part(StoredPart part) {
        return switch (part) {
            case StoredPart.Sealed it -> new Content.Enciphered(it.salt(), it.keyCommitment(), it.ciphertext());
            case StoredPart.Gone gone -> new Content.ErasedPart(gone.commitment());
        };
    }

    private static void requireItsName(ResultSet row, String id, String name) throws SQLException {
        LedgerIds.text(row.getObject(id, UUID.class), row.getString(name));
    }
}
