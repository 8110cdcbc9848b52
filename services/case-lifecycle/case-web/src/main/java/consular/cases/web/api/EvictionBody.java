package consular.cases.web.api;

import consular.cases.domain.people.AtMost;
import consular.cases.web.json.Shape;
import consular.cases.web.json.Shapes;

/**
 * Why dead letters are given up.
 *
 * @param reason it is kept for good, so it names nobody
 */
public record EvictionBody(@AtMost(EvictionBody.LONGEST) String reason) {
    public static final Shape.Members SHAPE = Shapes.of(EvictionBody.class);
    static final int LONGEST = 500;

    /** What the reason says. */
    String stripped() {
        return reason.strip();
    }
}
