package consular.cases.application;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was imported, and what became of each row, on whichever node. */
public interface ImportReports {

    /**
     * Begins an import, or goes on with it. What a dry run found before is forgotten.
     *
     * @throws CommandFailure.KeyReused if it was begun in another manner
     */
    Begun begin(UUID importId, String by, Manner manner);

    /**
     * Says how a run of an import ended: with the last row, or before. Does nothing if the file was sent again since: how that run
     * stands is what counts then, whenever the connection of this one was found to be broken.
     *
     * @param run which one, as it was begun
     */
    void end(UUID importId, long run, State state);

    /** The rows of a range that were reported, by their number. */
    Map<Long, Line> lines(UUID importId, long first, long last);

    /** Reports rows. One that was reported stays as it was. */
    void add(UUID importId, List<Line> lines);

    Optional<Import> find(UUID importId);

    /**
     * A part of the report, by row.
     *
     * @param after the row before the first
     * @param result only rows with that; null for all
     */
    List<Line> report(UUID importId, long after, @Nullable Result result, int limit);

    /**
     * How a file is taken in.
     *
     * @param dryRun whether it is only tried out
     * @param toldClass whether CLASS knows of the refusals
     */
    record Manner(boolean dryRun, boolean toldClass) {}

    /**
     * An import that was begun, or is gone on with.
     *
     * @param run how many times it has been, with this one
     * @param before what was known of it before; empty if it is new
     */
    record Begun(long run, Optional<Import> before) {}

    /** Where an import stands. */
    enum State {
        /** Rows come in; or they did on a node that is gone, if nothing has been reported for long. */
        RUNNING,
        /** The file broke off, or could not be read further, or the database was away: send it again. */
        INTERRUPTED,
        /** Each row has its outcome. */
        DONE
    }

    /** What became of a row. */
    enum Result {
        /** Its events are in the record; of a dry run, would be. */
        ACCEPTED,
        /** An earlier import, or this one before it broke off, had brought it. */
        ALREADY,
        /** The law or the record stands in the way; nothing of it is stored. */
        REJECTED,
        /** It is no command that makes sense. */
        MALFORMED
    }

    /**
     * An import.
     *
     * @param results how many rows there are of each result
     */
    record Import(
            UUID importId,
            String startedBy,
            Manner manner,
            State state,
            Instant startedAt,
            Instant updatedAt,
            Map<Result, Long> results) {
        public Import {
            results = Map.copyOf(results);
        }

        /** How many rows were reported. */
        public long rows() {
            return results.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * What became of a row.
     *
     * @param row its number in the file, from 1, without the heading
     * @param key what tells it apart from every other
     * @param code why not; null of one that was accepted
     * @param pointer where the fault is; null if it is in no member
     */
    record Line(
            long row,
            String key,
            Result result,
            @Nullable String caseNumber,
            @Nullable String command,
            @Nullable UUID caseId,
            @Nullable Long version,
            @Nullable String code,
            @Nullable String rule,
            @Nullable String citation,
            @Nullable String pointer,
            @Nullable String detail) {}
}
