package consular.cases.web.api;

import consular.cases.domain.people.AtMost;
import consular.cases.web.json.BodyBinder;
import consular.cases.web.json.Shape;
import consular.cases.web.json.Shapes;
import tools.jackson.databind.node.ObjectNode;

/** The body of a search: what of it must not stand in an address. */
public final class SearchBodies {
    /** The shape of it. */
    public static final Shape.Members SEARCH = Shapes.of(Search.class);

    static final String NAME = "name";

    static final int LONGEST = 200;

    private SearchBodies() {}

    /** Words of the name of one applicant. */
    public record Search(@AtMost(SearchBodies.LONGEST) String name) {}

    /** The name that is looked for. */
    static String name(ObjectNode body) {
        return BodyBinder.bind(Search.class, SEARCH, body).name();
    }
}
