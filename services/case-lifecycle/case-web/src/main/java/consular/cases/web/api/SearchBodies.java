package consular.cases.web.api;

import consular.cases.web.json.BodyBinder;
import consular.cases.web.json.Shape;
import consular.cases.web.json.Shapes;
import tools.jackson.databind.node.ObjectNode;

/** The body of a search: what of it must not stand in an address. */
public final class SearchBodies {
    /** The shape of it. */
    public static final Shape.Members SEARCH = Shapes.of(Search.class);

    static final String NAME = "name";

    private static final int LONGEST = 200;

    private SearchBodies() {}

    /** Words of the name of one applicant. */
    public record Search(String name) {}

    /** The name that is looked for. */
    static String name(ObjectNode body) {
        var binder = new BodyBinder();
        var search = binder.read(SEARCH, body);
        if (search instanceof Search(var name) && (name.isBlank() || name.length() > LONGEST)) {
            binder.note("/" + NAME, "must have words, and at most " + LONGEST + " characters");
        }
        return ((Search) binder.sound(search)).name();
    }
}
