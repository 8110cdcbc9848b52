package consular.cases.web.api;

import consular.cases.web.json.Shape;
import consular.cases.web.json.Shapes;

/**
 * From where everything is to be sent again.
 *
 * @param after the position behind which it begins
 */
public record ReplayBody(Long after) {
    public static final Shape.Members SHAPE = Shapes.of(ReplayBody.class);
}
