package consular.ledger.core.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import consular.ledger.core.hash.Hash;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EntryTest {

    private static Entry entry(long sequence, String type, String revision, Instant effectiveAt, String actor) {
        return entry("S", sequence, type, revision, effectiveAt, actor);
    }

    private static Entry entry(
            @Nullable String streamType,
            long sequence,
            String type,
            String revision,
            Instant effectiveAt,
            String actor) {
        return entry(streamType, sequence, type, revision, effectiveAt, Instant.EPOCH, actor);
    }

    private static Entry entry(
            @Nullable String streamType,
            long sequence,
            String type,
            String revision,
            Instant effectiveAt,
            Instant recordedAt,
            String actor) {
        return new Entry(
                Entries.STREAM,
                streamType,
                sequence,
                new UUID(0, 0),
                type,
                revision,
                effectiveAt,
                recordedAt,
                actor,
                Hash.ZERO,
                null,
                Hash.ZERO);
    }

    private static void refused(long sequence, String type, String revision, Instant effectiveAt, String actor) {
        assertThatThrownBy(() -> entry(sequence, type, revision, effectiveAt, actor))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_sequence_is_a_whole_number_that_json_can_carry() {
        assertThat(entry(Entry.MAX_SEQUENCE, "T", "1", Instant.EPOCH, "a").sequence())
                .isEqualTo(9_007_199_254_740_991L);
        refused(-1, "T", "1", Instant.EPOCH, "a");
        refused(Entry.MAX_SEQUENCE + 1, "T", "1", Instant.EPOCH, "a");
    }

    @Test
    void texts_are_neither_empty_nor_endless_nor_broken() {
        refused(0, "", "1", Instant.EPOCH, "a");
        refused(0, "T", "", Instant.EPOCH, "a");
        refused(0, "T", "1", Instant.EPOCH, "");
        refused(0, "T", "1", Instant.EPOCH, "\ud800");
        refused(0, "T", "1", Instant.EPOCH, "a".repeat(1025));
        refused(0, "T", "1", Instant.EPOCH, "\u0000".repeat(171));
        assertThatCode(() -> entry(0, "T", "1", Instant.EPOCH, "\u0000".repeat(170)))
                .doesNotThrowAnyException();
        assertThatCode(() -> entry(0, "T", "1", Instant.EPOCH, "a".repeat(1024)))
                .doesNotThrowAnyException();
    }

    @Test
    void the_kind_of_the_stream_is_a_text_or_there_is_none() {
        assertThat(entry(null, 0, "T", "1", Instant.EPOCH, "a").streamType()).isNull();
        assertThat(entry("Case", 0, "T", "1", Instant.EPOCH, "a").streamType()).isEqualTo("Case");
        for (var wrong : List.of("", "\ud800", "a".repeat(1025))) {
            assertThatThrownBy(() -> entry(wrong, 0, "T", "1", Instant.EPOCH, "a"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("streamType");
        }
    }

    @Test
    void moments_are_whole_microseconds_of_the_years_that_have_four_digits() {
        refused(0, "T", "1", Instant.EPOCH.plusNanos(1), "a");
        refused(0, "T", "1", Instant.parse("-0001-12-31T23:59:59.999999Z"), "a");
        refused(0, "T", "1", Instant.parse("+10000-01-01T00:00:00Z"), "a");
        assertThatCode(() -> entry(0, "T", "1", Instant.parse("0000-01-01T00:00:00Z"), "a"))
                .doesNotThrowAnyException();
        assertThatCode(() -> entry(0, "T", "1", Instant.parse("9999-12-31T23:59:59.999999Z"), "a"))
                .doesNotThrowAnyException();
    }

    @Test
    void when_it_was_recorded_is_such_a_moment_too() {
        assertThatThrownBy(() -> entry("S", 0, "T", "1", Instant.EPOCH, Instant.EPOCH.plusNanos(1), "a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("recordedAt");
    }
}
