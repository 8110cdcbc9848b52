package consular.benchmarks.ledger;

import consular.benchmarks.notes.NoteAdded;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.jdbc.core.JdbcTemplate;

/** The projection: how many notes each file has, and what the last one says. It is written in the processor's transaction. */
final class NoteCounts {
    private static final String TABLE = """
        create table note_count (
            file_id   text collate "C" primary key,
            notes     integer not null,
            last_note text not null)
        """;

    private static final String ADD = """
        insert into note_count (file_id, notes, last_note)
        select * from unnest(?::text[], ?::integer[], ?::text[])
        on conflict (file_id) do update
        set notes = note_count.notes + excluded.notes, last_note = excluded.last_note
        """;

    private final JdbcTemplate jdbc;

    NoteCounts(DataSource dataSource) {
        jdbc = new JdbcTemplate(dataSource);
    }

    void create() {
        jdbc.execute(TABLE);
    }

    void clear() {
        jdbc.execute("truncate note_count");
    }

    /** How many notes it has seen. */
    long notes() {
        var notes = jdbc.queryForObject("select coalesce(sum(notes), 0) from note_count", Long.class);
        return notes == null ? 0 : notes;
    }

    private void add(Map<String, Added> files) {
        var ids = files.keySet().toArray(String[]::new);
        var counts = files.values().stream().map(Added::notes).toArray(Integer[]::new);
        var last = files.values().stream().map(Added::last).toArray(String[]::new);
        jdbc.update(ADD, ids, counts, last);
    }

    private record Added(int notes, String last) {
        Added and(Added later) {
            return new Added(notes + later.notes, later.last);
        }
    }

    /** Writes each event as it comes, as one does where a batch has one event. */
    static final class EventByEvent {
        private final NoteCounts counts;

        EventByEvent(NoteCounts counts) {
            this.counts = counts;
        }

        @EventHandler
        void on(NoteAdded event) {
            counts.add(Map.of(event.fileId(), new Added(1, event.text())));
        }
    }

    /** Writes what a batch of events changes at once, before the batch commits, as the read models do. */
    static final class BatchByBatch {
        private final NoteCounts counts;

        BatchByBatch(NoteCounts counts) {
            this.counts = counts;
        }

        @EventHandler
        void on(NoteAdded event, UnitOfWork<?> unitOfWork) {
            addedIn(unitOfWork.root()).merge(event.fileId(), new Added(1, event.text()), Added::and);
        }

        private Map<String, Added> addedIn(UnitOfWork<?> batch) {
            return batch.getOrComputeResource(BatchByBatch.class.getName(), _ -> {
                Map<String, Added> added = new HashMap<>();
                batch.onPrepareCommit(_ -> counts.add(added));
                return added;
            });
        }
    }
}
