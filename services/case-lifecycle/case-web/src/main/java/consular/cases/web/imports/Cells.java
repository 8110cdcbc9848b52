package consular.cases.web.imports;

import consular.cases.web.json.Shape;
import consular.cases.web.json.WebJson;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes of the cells of a row what the same would be in JSON. The name of a column is the path of a member: {@code fee.paid}, {@code
 * reasons.0.annotation}. A list of texts may stand in one cell, with semicolons between. A path that is deeper than any body stays a name.
 */
public final class Cells {
    private static final Pattern INDEX = Pattern.compile("\\d{1,3}");
    private static final String BETWEEN = ";";

    /** No body is as deep; a heading is the client's, and must not decide how deep a row is. */
    private static final int DEEPEST = 8;

    private Cells() {}

    /** What the cells say of members of this shape. What does not fit stays a text, which whoever binds it will object to. */
    public static ObjectNode toMembers(Shape.Members shape, ObjectNode cells) {
        var members = WebJson.MAPPER.createObjectNode();
        cells.properties()
                .forEach(cell ->
                        put(members, shape, path(cell.getKey()), cell.getValue().stringValue()));
        return members;
    }

    private static List<String> path(String column) {
        var names = List.of(column.split("\\.", -1));
        return names.size() > DEEPEST ? List.of(column) : names;
    }

    private static void put(ObjectNode at, @Nullable Shape shape, List<String> path, String text) {
        var name = path.getFirst();
        var inner = member(shape, name);
        if (path.size() == 1) {
            at.set(name, value(inner, text));
        } else if (inner instanceof Shape.Items items
                && INDEX.matcher(path.get(1)).matches()) {
            var list = at.get(name) instanceof ArrayNode known ? known : at.putArray(name);
            put(list, items.element(), Integer.parseInt(path.get(1)), path.subList(2, path.size()), text);
        } else {
            var object = at.get(name) instanceof ObjectNode known ? known : at.putObject(name);
            put(object, inner, path.subList(1, path.size()), text);
        }
    }

    /** Elements that a row leaves out before one that it has are none. */
    private static void put(ArrayNode list, Shape element, int index, List<String> rest, String text) {
        while (list.size() <= index) {
            if (rest.isEmpty()) {
                list.addNull();
            } else {
                list.addObject();
            }
        }
        if (rest.isEmpty()) {
            list.set(index, value(element, text));
        } else if (list.get(index) instanceof ObjectNode object) {
            put(object, element, rest, text);
        }
    }

    private static @Nullable Shape member(@Nullable Shape shape, String name) {
        return shape instanceof Shape.Members members
                ? members.members().stream()
                        .filter(member -> member.name().equals(name))
                        .map(Shape.Member::shape)
                        .findFirst()
                        .orElse(null)
                : null;
    }

    private static JsonNode value(@Nullable Shape shape, String text) {
        var nodes = WebJson.MAPPER.getNodeFactory();
        return switch (shape) {
            case Shape.Flag _
            when text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false") ->
                nodes.booleanNode(Boolean.parseBoolean(text));
            case Shape.Whole _ when text.matches("\\d{1,18}") -> nodes.numberNode(Long.parseLong(text));
            case Shape.Items items -> {
                var list = nodes.arrayNode();
                for (var part : text.split(BETWEEN, -1)) {
                    list.add(value(items.element(), part.strip()));
                }
                yield list;
            }
            case null, default -> nodes.stringNode(text);
        };
    }
}
