package consular.cases.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.application.EventFeed;
import consular.cases.application.StoredEvent;
import consular.cases.domain.CaseEvent.CaseNoteAdded;
import consular.cases.domain.Stamp;
import consular.cases.domain.law.RuleSet;
import consular.cases.domain.people.Actor;
import consular.cases.domain.people.CaseId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Pages for followers, of a log of forty notes of ten thousand letters each. */
class EncodedLogTest {
    private static final Instant NOW = Instant.parse("2024-03-05T10:00:00Z");

    private long read;

    private final EncodedLog log = new EncodedLog(
            new EventFeed() {
                @Override
                public List<StoredEvent> after(long position, int limit) {
                    read = Math.min(40, position + limit);
                    return LongStream.rangeClosed(position + 1, read)
                            .mapToObj(EncodedLogTest::note)
                            .toList();
                }

                @Override
                public long head() {
                    return 40;
                }
            },
            new CloudEvents("http://localhost"),
            new SubjectPosts(_ -> Map.of()));

    private static StoredEvent note(long position) {
        var id = new UUID(0, position);
        return new StoredEvent(
                new CaseId(id),
                id.toString(),
                new CaseNoteAdded("x".repeat(10_000)),
                new Stamp(0, 0, Actor.SERVICE, NOW, NOW, null, RuleSet.OF_2019_07_23, List.of()),
                position);
    }

    @Test
    void a_page_ends_with_the_event_that_makes_it_long_enough_and_little_is_read_beyond() {
        var page = log.after(0, 100, 25_000);
        assertThat(page.last()).isEqualTo(3);
        assertThat(page.size()).isBetween(30_000L, 36_000L);
        assertThat(read).isLessThanOrEqualTo(10);
    }

    @Test
    void a_page_has_an_event_in_any_case() {
        assertThat(log.after(7, 100, 1).last()).isEqualTo(8);
    }

    @Test
    void a_page_has_no_more_events_than_asked_for_and_none_is_left_out_between_two_readings() {
        var page = log.after(2, 25, 1 << 20);
        assertThat(page.last()).isEqualTo(27);
        assertThat(page.size()).isBetween(250_000L, 300_000L);
    }

    @Test
    void at_the_end_of_the_log_a_page_is_as_short_as_it_is() {
        assertThat(log.after(38, 100, 1 << 20).last()).isEqualTo(40);
        assertThat(log.after(40, 100, 1 << 20).last()).isEqualTo(40);
    }
}
