package consular.cases.web.openapi;

import consular.cases.web.json.Shape;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.List;

/** Schemas of the bodies that clients send: exactly what is accepted, so with nothing besides. */
final class BodySchemas {
    private BodySchemas() {}

    static Schema<Object> of(Shape shape) {
        return switch (shape) {
            case Shape.Text text -> {
                var schema = Schemas.text();
                var pattern = text.pattern();
                if (pattern != null) {
                    schema.setPattern("^" + pattern.pattern() + "$");
                } else {
                    schema.setMaxLength(text.longest());
                }
                yield schema;
            }
            case Shape.Identifier _ -> {
                var schema = Schemas.text();
                schema.setMinLength(1);
                schema.setMaxLength(Shape.LONGEST_IDENTIFIER);
                yield schema;
            }
            case Shape.Flag _ -> Schemas.flag();
            case Shape.Whole whole -> {
                var schema = Schemas.integer();
                schema.setMinimum(BigDecimal.valueOf(whole.lowest()));
                yield schema;
            }
            case Shape.Day day -> {
                var schema = Schemas.day();
                schema.setDescription("from " + day.first() + " to " + day.last());
                yield schema;
            }
            case Shape.Moment _ -> moment();
            case Shape.Choice choice ->
                Schemas.choice(List.copyOf(choice.constants().keySet()));
            case Shape.Items items -> {
                var schema = Schemas.array(of(items.element()));
                schema.setMaxItems(Shape.LONGEST_LIST);
                yield schema;
            }
            case Shape.Members members -> members(members);
        };
    }

    static Schema<Object> moment() {
        var schema = Schemas.moment();
        schema.setDescription("RFC 3339 with offset, in UTC in the years 0001 to 9999");
        return schema;
    }

    private static Schema<Object> members(Shape.Members shape) {
        var schema = Schemas.object();
        for (var member : shape.members()) {
            var value = of(member.shape());
            schema.addProperty(member.name(), member.optional() ? Schemas.nullable(value) : value);
            if (!member.optional()) {
                schema.addRequiredItem(member.name());
            }
        }
        schema.setAdditionalProperties(false);
        return schema;
    }
}
