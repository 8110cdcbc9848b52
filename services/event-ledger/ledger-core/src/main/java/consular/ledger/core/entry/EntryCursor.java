package consular.ledger.core.entry;

import static java.nio.charset.StandardCharsets.US_ASCII;

import consular.ledger.core.hash.Hash;
import consular.ledger.core.hash.Hex;
import java.time.Instant;
import java.util.UUID;

/**
 * Reads canonical entries where they lie, one after the other, without making objects for the parts. Each value is there
 * until the next {@link #read}, and only if that answered true. Not for several threads at once.
 */
public final class EntryCursor {

    private static final Literal ACTOR = new Literal("{\"actor\":\"");
    private static final Literal CLEAR = new Literal("\",\"c_clear\":\"");
    private static final Literal SECRET = new Literal("\",\"c_secret\":");
    private static final Literal EFFECTIVE_AT = new Literal(",\"effective_at\":\"");
    private static final Literal EVENT_ID = new Literal("\",\"event_id\":\"");
    private static final Literal PREVIOUS = new Literal("\",\"prev\":\"");
    private static final Literal RECORDED_AT = new Literal("\",\"recorded_at\":\"");
    private static final Literal REVISION = new Literal("\",\"revision\":");
    private static final Literal SEQUENCE = new Literal(",\"sequence\":");
    private static final Literal SLICE = new Literal(",\"slice\":");
    private static final Literal STREAM_ID = new Literal(",\"stream_id\":\"");
    private static final Literal STREAM_TYPE = new Literal("\",\"stream_type\":");
    private static final Literal TYPE = new Literal(",\"type\":\"");
    private static final Literal VERSION = new Literal("\",\"v\":1}");

    private static final int ABSENT = -1;

    private final EntryScanner scanner = new EntryScanner();
    private byte[] source = {};

    private int actor;
    private int actorEnd;
    private int clear;
    private int secret;
    private int effectiveAt;
    private int eventId;
    private int previous;
    private int recordedAt;
    private int revision;
    private int revisionEnd;
    private long sequence;
    private int slice;
    private int streamId;
    private int streamType;
    private int streamTypeEnd;
    private int type;
    private int typeEnd;

    /** Whether these bytes, all of them, are an entry in canonical form; that the slice is the stream's is not looked at. */
    public boolean read(byte[] bytes, int offset, int length) {
        source = bytes;
        scanner.start(bytes, offset, length);
        return who() && commitments() && when() && where() && what();
    }

    private boolean who() {
        actor = scanner.at() + ACTOR.length();
        if (scanner.literal(ACTOR) && scanner.text("an actor")) {
            actorEnd = scanner.at();
            return true;
        }
        return false;
    }

    private boolean commitments() {
        clear = scanner.at() + CLEAR.length();
        if (!scanner.literal(CLEAR) || !scanner.hash("c_clear") || !scanner.literal(SECRET)) {
            return false;
        }
        if (scanner.isNull()) {
            secret = ABSENT;
            return true;
        }
        secret = scanner.at() + 1;
        return scanner.quote() && scanner.hash("c_secret") && scanner.quote();
    }

    private boolean when() {
        effectiveAt = scanner.at() + EFFECTIVE_AT.length();
        eventId = effectiveAt + Timestamps.LENGTH + EVENT_ID.length();
        previous = eventId + EntryScanner.UUID_LENGTH + PREVIOUS.length();
        recordedAt = previous + EntryScanner.HASH_DIGITS + RECORDED_AT.length();
        return scanner.literal(EFFECTIVE_AT)
                && scanner.timestamp()
                && scanner.literal(EVENT_ID)
                && scanner.uuid()
                && scanner.literal(PREVIOUS)
                && scanner.hash("prev")
                && scanner.literal(RECORDED_AT)
                && scanner.timestamp();
    }

    private boolean where() {
        if (!scanner.literal(REVISION) || !revision() || !scanner.literal(SEQUENCE)) {
            return false;
        }
        sequence = scanner.number(Entry.MAX_SEQUENCE);
        if (sequence < 0 || !scanner.literal(SLICE)) {
            return false;
        }
        slice = (int) scanner.number(Slice.COUNT - 1);
        streamId = scanner.at() + STREAM_ID.length();
        return slice >= 0 && scanner.literal(STREAM_ID) && scanner.uuid();
    }

    private boolean what() {
        if (!scanner.literal(STREAM_TYPE) || !streamType()) {
            return false;
        }
        type = scanner.at() + TYPE.length();
        if (!scanner.literal(TYPE) || !scanner.text("a type")) {
            return false;
        }
        typeEnd = scanner.at();
        return scanner.literal(VERSION) && scanner.atEnd();
    }

    private boolean revision() {
        if (scanner.isNull()) {
            revision = ABSENT;
            return true;
        }
        revision = scanner.at() + 1;
        if (scanner.quote() && scanner.text("a revision")) {
            revisionEnd = scanner.at();
            return scanner.quote();
        }
        return false;
    }

    private boolean streamType() {
        if (scanner.isNull()) {
            streamType = ABSENT;
            return true;
        }
        streamType = scanner.at() + 1;
        if (scanner.quote() && scanner.text("a stream type")) {
            streamTypeEnd = scanner.at();
            return scanner.quote();
        }
        return false;
    }

    /** Where reading stopped, from the start of the array. */
    public int stoppedAt() {
        return scanner.at();
    }

    /** What should have stood where reading stopped. */
    public String expected() {
        return scanner.expected();
    }

    /** The first half of the stream's id. */
    public long streamHigh() {
        return UuidText.high(source, streamId);
    }

    /** The second half of the stream's id. */
    public long streamLow() {
        return UuidText.low(source, streamId);
    }

    /** The place in the stream. */
    public long sequence() {
        return sequence;
    }

    /** The slice, as the entry has it. */
    public int slice() {
        return slice;
    }

    /** The chain behind the event before, as the entry has it. */
    public Hash previous() {
        return Hex.hash(source, previous);
    }

    /** The commitment to the clear part. */
    public Hash clear() {
        return Hex.hash(source, clear);
    }

    /** Whether there is a commitment to a secret part. */
    public boolean hasSecret() {
        return secret != ABSENT;
    }

    /** The commitment to the secret part; only if {@link #hasSecret}. */
    public Hash secret() {
        return Hex.hash(source, secret);
    }

    /** The whole entry, with its slice left out. */
    public Entry entry() {
        return new Entry(
                UuidText.uuid(source, streamId),
                streamType == ABSENT ? null : JsonText.read(source, streamType, streamTypeEnd),
                sequence,
                UuidText.uuid(source, eventId),
                JsonText.read(source, type, typeEnd),
                revision == ABSENT ? null : JsonText.read(source, revision, revisionEnd),
                moment(effectiveAt),
                moment(recordedAt),
                JsonText.read(source, actor, actorEnd),
                clear(),
                hasSecret() ? secret() : null,
                previous());
    }

    /** The stream's id. */
    public UUID streamId() {
        return UuidText.uuid(source, streamId);
    }

    /** The event's id. */
    public UUID eventId() {
        return UuidText.uuid(source, eventId);
    }

    /** The first half of the event's id. */
    public long eventHigh() {
        return UuidText.high(source, eventId);
    }

    /** The second half of the event's id. */
    public long eventLow() {
        return UuidText.low(source, eventId);
    }

    private Instant moment(int from) {
        return Instant.parse(new String(source, from, Timestamps.LENGTH, US_ASCII));
    }
}
