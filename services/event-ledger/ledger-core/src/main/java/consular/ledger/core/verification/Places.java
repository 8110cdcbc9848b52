package consular.ledger.core.verification;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Places in the log, ascending; those that follow one another are told as one span. */
public final class Places {

    private final List<Span> spans = new ArrayList<>();
    private long count;

    /** None yet. */
    public Places() {}

    /** Adds a place behind all others. */
    public void add(long index) {
        if (!spans.isEmpty() && spans.getLast().last == index - 1) {
            spans.addLast(new Span(spans.removeLast().first, index));
        } else {
            spans.addLast(new Span(index, index));
        }
        count++;
    }

    /** How many there are. */
    public long count() {
        return count;
    }

    /** All of them. */
    public List<Span> spans() {
        return List.copyOf(spans);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Places places && spans.equals(places.spans);
    }

    @Override
    public int hashCode() {
        return spans.hashCode();
    }

    /** From one place to another, and including both. */
    public record Span(long first, long last) {}
}
