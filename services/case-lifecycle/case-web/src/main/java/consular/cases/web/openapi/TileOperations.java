package consular.cases.web.openapi;

import static consular.cases.web.problem.ProblemCode.FORBIDDEN_POST;
import static consular.cases.web.problem.ProblemCode.FORBIDDEN_ROLE;
import static consular.cases.web.problem.ProblemCode.NOT_FOUND;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.PathParameter;
import java.math.BigDecimal;
import java.util.List;

/**
 * The tiles of the tree, one path for each shape that C2SP tlog-tiles gives them: a program made from the description encodes the
 * slashes of a parameter, so each part has to be one of its own. Two groups of digits name the tiles of 256 million entries.
 */
final class TileOperations {
    private static final String ROOT = "/api/v1/audit/tile/";
    private static final String NEAR = "{level}/{index}";
    private static final String FAR = "{level}/x{thousands}/{index}";
    private static final String PART = ".p/{width}";

    private static final String FULL_TILE = """
        For AUDITOR and ADMIN who work for every post. The hashes of 256 neighbours on a level of the tree, or at the level \
        `entries` a bundle of 256 entries, as C2SP tlog-tiles writes them; it never changes. %s\
        """;
    private static final String PARTIAL_TILE = """
        For AUDITOR and ADMIN who work for every post. The first `width` of a tile or bundle, as C2SP tlog-tiles writes \
        them, for the last one of a log, which is not full yet. %s\
        """;
    private static final String AMONG_THE_FIRST = "Those with an index below 1000.";
    private static final String BEHIND_THEM =
            "Those with an index from 1000, which is `thousands` times 1000 and `index`.";

    private final Paths paths;

    TileOperations(Paths paths) {
        this.paths = paths;
    }

    void add() {
        add("readFullTile", "A full tile of the tree", NEAR, FULL_TILE.formatted(AMONG_THE_FIRST));
        add("readPartialTile", "The first part of a tile", NEAR + PART, PARTIAL_TILE.formatted(AMONG_THE_FIRST));
        add("readFullTileBehindThousands", "A full tile of a long log", FAR, FULL_TILE.formatted(BEHIND_THEM));
        add(
                "readPartialTileBehindThousands",
                "The first part of a tile of a long log",
                FAR + PART,
                PARTIAL_TILE.formatted(BEHIND_THEM));
        addPath("{path}", unaddressable());
    }

    private void add(String id, String summary, String path, String description) {
        var operation = operation(id, summary).description(description);
        parameters().stream()
                .filter(parameter -> path.contains("{" + parameter.getName() + "}"))
                .forEach(operation::addParametersItem);
        addPath(path, operation);
    }

    /** As the last release has it, whose clients may know not to encode the slashes. */
    private static Operation unaddressable() {
        return operation("readTile", "A tile of the tree, by the rest of its path")
                .deprecated(true)
                .description("""
                    For AUDITOR and ADMIN who work for every post. The same as the other operations of tiles, for whoever \
                    can send the slashes in `path` as they are. Most programs that are made from this description encode \
                    them, and are answered 400.\
                    """)
                .addParametersItem(place(
                        "path",
                        Schemas.text(),
                        "level and index, such as `0/x001/067` or `entries/000.p/5`; it has slashes"));
    }

    private void addPath(String path, Operation operation) {
        var sent = path.replace("{level}", "0")
                .replace("{thousands}", "001")
                .replace("{index}", "000")
                .replace("{width}", "5");
        ProblemResponses.add(
                operation.getResponses(), ROOT + sent, List.of(FORBIDDEN_ROLE, FORBIDDEN_POST, NOT_FOUND), List.of());
        paths.addPathItem(ROOT + path, new PathItem().get(operation));
    }

    private static Operation operation(String id, String summary) {
        return AuditOperations.operation(id, summary, "application/octet-stream", Schemas.of("string", "binary"));
    }

    private static List<Parameter> parameters() {
        return List.of(
                place(
                        "level",
                        digits("^([0-9]|[1-5][0-9]|6[0-3]|entries)$"),
                        "0 for the leaves, each level above covers 256 times as many; `entries` for bundles of"
                                + " entries"),
                place(
                        "thousands",
                        digits("^([1-9][0-9]{2}|0[1-9][0-9]|00[1-9])$"),
                        "the thousands of the index, in three digits"),
                place("index", digits("^[0-9]{3}$"), "which one on its level, from 0, in three digits"),
                place("width", width(), "how many hashes or entries of it"));
    }

    private static Parameter place(String name, Schema<?> schema, String description) {
        return new PathParameter().name(name).schema(schema).description(description);
    }

    private static Schema<Object> digits(String pattern) {
        var schema = Schemas.text();
        schema.setPattern(pattern);
        return schema;
    }

    private static Schema<Object> width() {
        var schema = Schemas.integer();
        schema.setMinimum(BigDecimal.ONE);
        schema.setMaximum(BigDecimal.valueOf(255));
        return schema;
    }
}
