package consular.cases.web.api;

import consular.cases.application.StoredEvent;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** The events that make a case as it was, or as it was known, at some moment. */
sealed interface CaseMoment {
    /** As it is. */
    record Now() implements CaseMoment {}

    /** After so many events. */
    record AtVersion(long version) implements CaseMoment {}

    /** What the record said at an instant. */
    record RecordedBy(Instant asOf) implements CaseMoment {}

    /** What was so at an instant, by all that is known today. */
    record EffectiveBy(Instant asOf) implements CaseMoment {}

    /** Reads {@code version}, or {@code asOf} and {@code axis}. */
    static CaseMoment of(Parameters parameters) {
        var version = parameters.number("version", 1);
        var asOf = parameters.moment("asOf");
        var axis = parameters.text("axis");
        if (version.isPresent() && asOf.isPresent()) {
            throw Parameters.bad("version", "can't be given together with asOf");
        }
        if (axis.isPresent() && asOf.isEmpty()) {
            throw Parameters.bad("axis", "needs asOf");
        }
        if (version.isPresent()) {
            return new AtVersion(version.get());
        }
        if (asOf.isEmpty()) {
            return new Now();
        }
        return switch (axis.orElse("recorded")) {
            case "recorded" -> new RecordedBy(asOf.get());
            case "effective" -> new EffectiveBy(asOf.get());
            default -> throw Parameters.bad("axis", "must be recorded or effective");
        };
    }

    /**
     * Of all events of a case by sequence, those that count, in the order in which they are to be folded. They make no
     * case when it had not been registered.
     */
    default List<StoredEvent> of(List<StoredEvent> events) {
        return switch (this) {
            case Now _ -> events;
            case AtVersion(var version) -> {
                if (version > events.size()) {
                    throw Parameters.bad("version", "is beyond the latest, " + events.size());
                }
                yield events.subList(0, (int) version);
            }
            // up to the first that came later: with a clock set back, a plain filter could leave a hole
            case RecordedBy(var asOf) ->
                events.stream()
                        .takeWhile(event -> !event.stamp().recordedAt().isAfter(asOf))
                        .toList();
            case EffectiveBy(var asOf) ->
                events.stream()
                        .filter(event -> !event.stamp().effectiveAt().isAfter(asOf))
                        .sorted(Comparator.comparing(event -> event.stamp().effectiveAt()))
                        .toList();
        };
    }
}
