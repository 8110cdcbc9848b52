package consular.cases.service.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Spoils a good request in one place. */
final class Spoiler {
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private final Values values;
    private final Chance chance;

    Spoiler(Values values, Chance chance) {
        this.values = values;
        this.chance = chance;
    }

    /** Makes sure that there is what is to be spoilt. */
    void prepare(Draft draft, Target target) {
        if (target.kind() == Target.Kind.MEMBER && !draft.has(target.name())) {
            draft.json(values.full(
                    Objects.requireNonNull(target.operation().bodies().get("application/json"))
                            .get("schema")));
        }
    }

    void spoil(Draft draft, Target target) {
        switch (target.kind()) {
            case PARAMETER -> parameter(draft, target);
            case MEMBER -> member(draft, target);
            case BODY, CONTENT_TYPE, METHOD -> form(draft, target.kind());
            case ACCEPT -> draft.header("Accept", Hostile.accept(chance));
            case QUERY ->
                draft.addQuery(chance.in(0.5) ? "x" + chance.below(9) : Hostile.text(chance), Hostile.text(chance));
            case CALLER -> {
                draft.user("");
                if (chance.in(0.7)) {
                    draft.header("Authorization", Hostile.authorization(chance));
                }
            }
        }
    }

    /** What reads a body decides by its type and by the method, so now and then all three are spoilt. */
    private void form(Draft draft, Target.Kind kind) {
        var all = chance.in(0.3);
        if (all || kind == Target.Kind.BODY) {
            body(draft);
        }
        if (all || kind == Target.Kind.CONTENT_TYPE) {
            draft.header("Content-Type", Hostile.contentType(chance));
        }
        if (all || kind == Target.Kind.METHOD) {
            draft.method(chance.oneOf(METHODS));
        }
    }

    private void parameter(Draft draft, Target target) {
        var parameter = target.operation().parameters().stream()
                .filter(it -> it.name().equals(target.name()))
                .findFirst()
                .orElseThrow();
        switch (parameter.in()) {
            case "path" -> draft.place(parameter.name(), segment(parameter));
            case "header" -> {
                if (chance.in(0.1)) {
                    draft.removeHeader(parameter.name());
                } else {
                    draft.header(parameter.name(), Hostile.header(chance));
                }
            }
            default -> query(draft, parameter);
        }
    }

    /** A path that goes up, or on, is that of another operation. */
    private String segment(ApiOperation.Parameter parameter) {
        if (chance.in(0.2)) {
            return values.of(parameter.schema(), parameter.name(), 0).asString();
        }
        var segment = hostile(parameter);
        return segment.isBlank() || segment.length() > 2_000 ? "-" : segment;
    }

    private void query(Draft draft, ApiOperation.Parameter parameter) {
        var name = parameter.name();
        if (chance.in(0.08)) {
            draft.removeQuery(name);
        } else if (chance.in(0.15)) {
            draft.setQuery(name, hostile(parameter));
            draft.addQuery(name, hostile(parameter));
        } else {
            draft.setQuery(name, hostile(parameter));
        }
    }

    private String hostile(ApiOperation.Parameter parameter) {
        var format = parameter.schema().path("format").asString("");
        var text = format.startsWith("date") && chance.in(0.7) ? Hostile.time(chance) : Hostile.text(chance);
        return text.length() > 1_000 ? text.substring(0, 1_000) : text;
    }

    private void member(Draft draft, Target target) {
        var place = target.name();
        switch (chance.below(10)) {
            case 0 -> draft.remove(place);
            case 1 -> draft.write(place, "null");
            case 2 -> draft.twice(place);
            case 3 -> draft.set(place.substring(0, place.lastIndexOf('/')) + "/x-more", Values.string("x"));
            case 4, 5 -> draft.write(place, Hostile.raw(chance));
            case 6 -> draft.set(place, Values.string(Hostile.time(chance)));
            default -> draft.set(place, Values.string(Hostile.text(chance)));
        }
    }

    private void body(Draft draft) {
        if (chance.in(0.2)) {
            draft.charset(chance.oneOf(
                    List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.ISO_8859_1)));
        }
        if (chance.in(0.15) && draft.json() != null) {
            return;
        }
        draft.text(Hostile.body(chance));
    }
}
