package consular.cases.web.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.application.StoredEvent;
import consular.cases.application.publishing.PublishedEvent;
import consular.cases.domain.CaseEvent.OralNoticeGiven;
import consular.cases.domain.Stamp;
import consular.cases.domain.law.RuleSet;
import consular.cases.domain.people.Actor;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.refusals.RefusalId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What is published of a log of two thousand long events. */
class PublishedCloudEventsTest {
    private static final Instant NOW = Instant.parse("2024-03-05T10:00:00Z");
    private static final String LONG = "x".repeat(10_000);

    private final PublishedCloudEvents log = new PublishedCloudEvents(
            (position, limit) -> LongStream.rangeClosed(position + 1, Math.min(2_000, position + limit))
                    .mapToObj(PublishedCloudEventsTest::event)
                    .toList(),
            new CloudEvents("http://localhost"));

    private static StoredEvent event(long position) {
        var id = new UUID(0, position);
        return new StoredEvent(
                new CaseId(id),
                id.toString(),
                new OralNoticeGiven(new RefusalId(LONG)),
                new Stamp(0, 0, Actor.SERVICE, NOW, NOW, null, RuleSet.OF_2019_07_23, List.of()),
                position);
    }

    @Test
    void a_page_ends_with_the_event_that_makes_it_long_enough() {
        assertThat(log.after(0, 500)).hasSizeBetween(45, 55);
    }

    @Test
    void a_page_has_no_more_events_than_asked_for_and_none_is_left_out() {
        assertThat(log.after(7, 25))
                .extracting(PublishedEvent::position)
                .containsExactlyElementsOf(LongStream.rangeClosed(8, 32).boxed().toList());
    }

    @Test
    void at_the_end_of_the_log_a_page_is_as_short_as_it_is() {
        assertThat(log.after(1_990, 25)).hasSize(10);
        assertThat(log.after(2_000, 25)).isEmpty();
    }

    @Test
    void an_event_is_the_document_of_the_feed() {
        var published = log.after(0, 1).getFirst();
        assertThat(published.subject()).isEqualTo(new UUID(0, 1));
        assertThat(published.recordedAt()).isEqualTo(NOW);
        assertThat(new String(published.body(), UTF_8))
                .startsWith("{\"specversion\":\"1.0\",\"id\":\"00000000-0000-0000-0000-000000000001\"");
    }
}
