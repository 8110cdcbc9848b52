package consular.cases.service.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One thing that has to be tried: a parameter, a member of a body, or what every operation has.
 *
 * @param kind what is spoilt
 * @param name of the parameter; the place of the member
 */
record Target(ApiOperation operation, Kind kind, String name) {
    enum Kind {
        PARAMETER,
        MEMBER,
        BODY,
        CONTENT_TYPE,
        ACCEPT,
        QUERY,
        CALLER,
        METHOD
    }

    /** Everything that has to be tried of all operations. */
    static List<Target> allOf(ApiDocument document) {
        return document.operations().stream()
                .flatMap(operation -> ofOne(document, operation))
                .distinct()
                .toList();
    }

    private static Stream<Target> ofOne(ApiDocument document, ApiOperation operation) {
        var targets = new ArrayList<Target>();
        operation
                .parameters()
                .forEach(parameter -> targets.add(new Target(operation, Kind.PARAMETER, parameter.name())));
        operation.bodies().forEach((type, media) -> {
            if (type.equals("application/json")) {
                Fields.of(document, media.get("schema"))
                        .forEach(field -> targets.add(new Target(operation, Kind.MEMBER, field)));
            }
        });
        for (var kind : List.of(Kind.BODY, Kind.CONTENT_TYPE, Kind.ACCEPT, Kind.QUERY, Kind.CALLER, Kind.METHOD)) {
            targets.add(new Target(operation, kind, ""));
        }
        return targets.stream();
    }

    /** Whether an answer with this status tells that what was spoilt was looked at, and not only what is looked at before. */
    boolean isMet(int status) {
        return switch (status) {
            case 0 -> false;
            case 401 -> kind == Kind.CALLER;
            case 403 -> false;
            // the name of something that is not there
            case 404 -> kind == Kind.PARAMETER && operation.path().contains("{" + name + "}");
            case 405 -> kind == Kind.METHOD;
            case 406 -> kind == Kind.ACCEPT;
            case 415 -> kind == Kind.CONTENT_TYPE;
            default -> true;
        };
    }

    @Override
    public String toString() {
        return operation + " " + kind + (name.isEmpty() ? "" : " " + name);
    }
}
