package consular.cases.web.api;

import consular.cases.domain.screening.Readmission;
import consular.cases.domain.screening.ThirdCountryNational;
import consular.cases.web.json.Shape;
import consular.cases.web.json.Shapes;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The bodies of the screenings: facts, most of which may be left out. */
public final class ScreeningBodies {
    public static final Shape.Members THIRD_COUNTRY_NATIONAL = Shapes.of(ThirdCountryNational.class);
    public static final Shape.Members READMISSION = Shapes.of(Readmission.class);

    private ScreeningBodies() {}

    /** The facts of yes and no that a body leaves out, and that count as not so. */
    static List<String> assumedFalse(Shape.Members shape, ObjectNode body) {
        return shape.members().stream()
                .filter(member -> member.shape() instanceof Shape.Flag)
                .map(Shape.Member::name)
                .filter(name -> !body.hasNonNull(name))
                .toList();
    }
}
