package consular.cases.web.api;

import consular.cases.web.json.Shape;
import consular.cases.web.json.Shapes;
import consular.cases.web.problem.ApiException;
import consular.cases.web.problem.Fault;

/**
 * Why dead letters are given up.
 *
 * @param reason it is kept for good, so it names nobody
 */
public record EvictionBody(String reason) {
    public static final Shape.Members SHAPE = Shapes.of(EvictionBody.class);
    private static final int LONGEST = 500;

    /** What the reason says, if it is not too long. */
    String checked() {
        var text = reason.strip();
        if (text.length() > LONGEST) {
            throw ApiException.malformed(
                    Fault.ofMember("/reason", "/reason must have at most " + LONGEST + " characters"));
        }
        return text;
    }
}
