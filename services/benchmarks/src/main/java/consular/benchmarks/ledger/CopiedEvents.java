package consular.benchmarks.ledger;

import consular.ledger.postgres.append.NewEvent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.postgresql.PGConnection;

/** Events written with COPY in its binary form, the quickest way that PostgreSQL has for rows. */
final class CopiedEvents {
    private static final String COPY = """
        copy raw_event (batch, place, stream_id, sequence, event_id, slice, stream_type, type, revision, effective_at,
                        recorded_at, actor, clear, chain, leaf) from stdin (format binary)
        """;

    private static final int COLUMNS = 15;

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    /** Beyond what the sequence gives to the others. */
    private final AtomicLong batch = new AtomicLong(Long.MAX_VALUE / 2);

    /** One copy, one commit. */
    long copy(Connection connection, List<NewEvent> events) throws SQLException, IOException {
        return connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(COPY, new ByteArrayInputStream(rows(events)), 1 << 20);
    }

    private byte[] rows(List<NewEvent> events) throws IOException {
        var bytes = new ByteArrayOutputStream(events.size() * 800);
        var out = new DataOutputStream(bytes);
        out.write(SIGNATURE);
        out.writeInt(0);
        out.writeInt(0);
        var number = batch.incrementAndGet();
        for (var place = 0; place < events.size(); place++) {
            row(out, number, place, events.get(place));
        }
        out.writeShort(-1);
        return bytes.toByteArray();
    }

    private static void row(DataOutputStream out, long batch, int place, NewEvent event) throws IOException {
        out.writeShort(COLUMNS);
        number(out, batch);
        out.writeInt(Integer.BYTES);
        out.writeInt(place);
        uuid(out, event.stream().id());
        number(out, event.sequence());
        uuid(out, event.eventId());
        out.writeInt(Short.BYTES);
        out.writeShort(event.slice());
        text(out, Objects.requireNonNull(event.stream().type()));
        text(out, event.type());
        text(out, Objects.requireNonNull(event.revision()));
        time(out, event.effectiveAt());
        time(out, event.recordedAt());
        text(out, event.actor());
        bytes(out, event.clear());
        bytes(out, event.chain().bytes());
        bytes(out, event.leaf().bytes());
    }

    private static void number(DataOutputStream out, long number) throws IOException {
        out.writeInt(Long.BYTES);
        out.writeLong(number);
    }

    private static void uuid(DataOutputStream out, UUID uuid) throws IOException {
        out.writeInt(2 * Long.BYTES);
        out.writeLong(uuid.getMostSignificantBits());
        out.writeLong(uuid.getLeastSignificantBits());
    }

    private static void time(DataOutputStream out, String time) throws IOException {
        number(out, ChronoUnit.MICROS.between(EPOCH, Instant.parse(time)));
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        bytes(out, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
