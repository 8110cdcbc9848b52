package consular.cases.projections;

import consular.cases.application.EventFeed;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How far each generation has been filled. Several nodes may share its segments, so each says in the database how far it
 * has come with those that it has.
 */
final class Positions {
    private final Map<Generation, Map<Integer, Long>> reported = new EnumMap<>(Generation.class);
    private final Function<Generation, StreamingEventProcessor> processors;
    private final EventFeed feed;
    private final Clock clock;
    private final JdbcClient jdbc;

    Positions(Function<Generation, StreamingEventProcessor> processors, EventFeed feed, Clock clock, JdbcClient jdbc) {
        this.processors = processors;
        this.feed = feed;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** The position up to which this node has filled a generation; 0 while it does not have all of its segments. */
    long here(Generation generation) {
        return least(segmentsHere(generation));
    }

    /** The position up to which a generation is filled; 0 while nobody has said so of some segment. */
    long of(Generation generation) {
        var positions = new HashMap<Integer, Long>();
        var here = segmentsHere(generation);
        if (here.size() < Processors.SEGMENTS) {
            jdbc.sql("select segment, position from read_model_position where generation = ?")
                    .param(generation.name())
                    .query(row -> {
                        positions.put(row.getInt("segment"), row.getLong("position"));
                    });
        }
        positions.putAll(here);
        return least(positions);
    }

    /** How far a generation trails the log, on whichever nodes it is filled. */
    ReadModelLag lagOf(Generation generation) {
        var head = feed.head();
        var seen = of(generation);
        if (seen >= head) {
            return ReadModelLag.NONE;
        }
        var age = feed.after(seen, 1).stream()
                .map(event -> Duration.between(event.stamp().recordedAt(), clock.instant()))
                .filter(Duration::isPositive)
                .findFirst()
                .orElse(Duration.ZERO);
        return new ReadModelLag(head - seen, age);
    }

    /** Says for the other nodes what has changed since this was last said. */
    void report(Generation generation) {
        var news = segmentsHere(generation);
        news.entrySet().removeAll(reportedOf(generation).entrySet());
        if (!news.isEmpty()) {
            jdbc.sql("""
                insert into read_model_position (generation, segment, position)
                select ?, segment, position
                from unnest(?::integer[], ?::bigint[]) as news (segment, position)
                order by segment
                on conflict (generation, segment) do update set position = excluded.position
                """)
                    .param(generation.name())
                    .param(news.keySet().stream().map(String::valueOf).toArray(String[]::new))
                    .param(news.values().stream().map(String::valueOf).toArray(String[]::new))
                    .update();
            reportedOf(generation).putAll(news);
        }
    }

    /** Takes back whatever any node has said. */
    void forget(Generation generation) {
        jdbc.sql("delete from read_model_position where generation = ?")
                .param(generation.name())
                .update();
        reportedOf(generation).clear();
    }

    private Map<Integer, Long> segmentsHere(Generation generation) {
        var positions = new HashMap<Integer, Long>();
        processors
                .apply(generation)
                .processingStatus()
                .forEach((segment, status) ->
                        positions.put(segment, status.getCurrentPosition().orElse(0)));
        return positions;
    }

    private Map<Integer, Long> reportedOf(Generation generation) {
        return reported.computeIfAbsent(generation, _ -> new HashMap<>());
    }

    private static long least(Map<Integer, Long> positions) {
        return positions.size() < Processors.SEGMENTS
                ? 0
                : positions.values().stream().mapToLong(Long::longValue).min().orElse(0);
    }
}
