package consular.ledger.verifier;

import consular.ledger.core.hash.Hash;
import consular.ledger.core.json.JsonString;
import consular.ledger.core.note.Checkpoint;
import consular.ledger.core.note.TrustedLog;
import consular.ledger.core.note.VerifierKey;
import consular.ledger.core.verification.Finding;
import consular.ledger.core.verification.Places;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the auditor is told. */
record Report(Arguments.Kind kind, TrustedLog log, Outcome outcome) {

    private static final List<String> LIMITS = List.of(
            "that what was recorded is true, or that everything that happened was recorded",
            "a change made before the first checkpoint left the house: compare these checkpoints with copies kept"
                    + " elsewhere",
            "that there is nothing newer than the last checkpoint",
            "what a secret part says: it is enciphered, and shown to be the one that was recorded",
            "that a secret part which is not there was erased by an order: the order is an event of the log");

    /** More would hide the rest of the report. */
    private static final int MOST_SPANS = 20;

    private static final String OF_A_CASE = "that the case has no later events than these";

    /** For people. */
    String text() {
        var tally = outcome.tally();
        var text = new StringBuilder();
        outcome.finding()
                .ifPresentOrElse(
                        finding -> line(text, "BROKEN", finding.sentence()),
                        () -> line(text, "SOUND", "every event is the one that was signed, in its place"));
        outcome.warnings().forEach(warning -> line(text, "WARNING", warning));
        line(text, "events", "%d of %d streams".formatted(tally.entries(), tally.streams()));
        line(text, "contents", "%d are what their events commit to".formatted(tally.contents()));
        line(
                text,
                "erased",
                "%d of these are without a secret part: compare them with the erasures on record"
                        .formatted(tally.erased()));
        var spans = outcome.erased().spans();
        if (!spans.isEmpty()) {
            line(text, "erased are", "entries " + told(spans));
        }
        line(text, "checkpoints", String.valueOf(outcome.checkpoints()));
        line(text, "root", outcome.root().map(Hash::hex).orElse("none"));
        line(text, "signed", "%d events".formatted(newestSize()));
        keys().forEach(key -> line(text, "key", key));
        outcome.signers().reigns().forEach(reign -> line(text, "signed by", reign.sentence()));
        if (outcome.finding().isPresent()) {
            text.append("\nThe numbers are those up to what is wrong; nothing behind it was looked at.\n");
        }
        text.append("\nThis does not show\n");
        limits().forEach(limit -> text.append("- ").append(limit).append('\n'));
        return text.toString();
    }

    private static String told(List<Places.Span> spans) {
        var told = spans.stream()
                .limit(MOST_SPANS)
                .map(span -> span.first() == span.last()
                        ? String.valueOf(span.first())
                        : "%d to %d".formatted(span.first(), span.last()))
                .collect(Collectors.joining(", "));
        return spans.size() > MOST_SPANS
                ? told
                        + " and more up to %d, which --json names"
                                .formatted(spans.getLast().last())
                : told;
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append("%-12s %s\n".formatted(name, value));
    }

    /** For programs. */
    String json() {
        var tally = outcome.tally();
        var json = new StringBuilder("{\"verdict\":");
        JsonString.write(json, outcome.finding().isPresent() ? "broken" : "sound");
        json.append(",\"finding\":");
        outcome.finding().ifPresentOrElse(finding -> write(json, finding), () -> json.append("null"));
        json.append(",\"warnings\":").append(array(outcome.warnings()));
        json.append(",\"events\":").append(tally.entries());
        json.append(",\"streams\":").append(tally.streams());
        json.append(",\"contents\":").append(tally.contents());
        json.append(",\"erased\":").append(tally.erased());
        json.append(",\"erasedEntries\":")
                .append(outcome.erased().spans().stream()
                        .map(span -> "[%d,%d]".formatted(span.first(), span.last()))
                        .collect(Collectors.joining(",", "[", "]")));
        json.append(",\"checkpoints\":").append(outcome.checkpoints());
        json.append(",\"root\":")
                .append(outcome.root().map(root -> '"' + root.hex() + '"').orElse("null"));
        json.append(",\"signed\":").append(newestSize());
        json.append(",\"keys\":").append(array(keys()));
        json.append(",\"signers\":")
                .append(outcome.signers().reigns().stream()
                        .map(Report::write)
                        .collect(Collectors.joining(",", "[", "]")));
        return json.append(",\"doesNotShow\":")
                .append(array(limits()))
                .append("}\n")
                .toString();
    }

    private static void write(StringBuilder json, Finding finding) {
        json.append("{\"kind\":");
        JsonString.write(json, finding.getClass().getSimpleName());
        json.append(",\"logIndex\":")
                .append(finding instanceof Finding.OfEntry entry ? String.valueOf(entry.index()) : "null");
        json.append(",\"sentence\":");
        JsonString.write(json, finding.sentence());
        json.append('}');
    }

    private static String write(Signers.Reign reign) {
        return "{\"keys\":%s,\"firstCheckpoint\":%d,\"lastCheckpoint\":%d,\"firstEvent\":%d,\"size\":%d}"
                .formatted(array(reign.keys()), reign.first(), reign.last(), reign.from(), reign.size());
    }

    private static String array(List<String> texts) {
        return texts.stream()
                .map(text -> {
                    var quoted = new StringBuilder();
                    JsonString.write(quoted, text);
                    return quoted.toString();
                })
                .collect(Collectors.joining(",", "[", "]"));
    }

    private long newestSize() {
        return outcome.newest().map(Checkpoint::size).orElse(0L);
    }

    private List<String> keys() {
        return log.keys().keys().stream().map(VerifierKey::toString).toList();
    }

    private List<String> limits() {
        return switch (kind) {
            case EXPORT -> LIMITS;
            case CASE_FILE ->
                Stream.concat(LIMITS.stream(), Stream.of(OF_A_CASE)).toList();
        };
    }
}
