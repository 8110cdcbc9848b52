package consular.cases.web.api;

import consular.cases.domain.CaseCommand;
import consular.cases.domain.CommandName;
import consular.cases.web.json.BodyBinder;
import consular.cases.web.json.Shape;
import consular.cases.web.json.Shapes;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The bodies of all commands: the members of the command's record, and the two that every command takes. */
public final class CommandBodies {
    static final String EFFECTIVE_AT = "effectiveAt";
    static final String LATE_ENTRY_REASON = "lateEntryReason";

    private static final Map<CommandName, Shape.Members> SHAPES =
            Collections.unmodifiableMap(Arrays.stream(CommandName.values())
                    .collect(Collectors.toMap(
                            Function.identity(),
                            name -> Shapes.of(name.type()),
                            (one, _) -> one,
                            () -> new EnumMap<>(CommandName.class))));

    private static final Map<String, CommandName> NAMES = Arrays.stream(CommandName.values())
            .collect(Collectors.toUnmodifiableMap(CommandName::name, Function.identity()));

    private CommandBodies() {}

    /** The command of that name on a registered case. */
    static Optional<CommandName> named(String name) {
        return Optional.ofNullable(NAMES.get(name)).filter(command -> command != CommandName.RegisterCase);
    }

    /** What the command's own members look like. */
    public static Shape.Members shape(CommandName name) {
        return Objects.requireNonNull(SHAPES.get(name));
    }

    /** Binds a body; the tree is left as it is. */
    public static Given bind(CommandName name, ObjectNode body) {
        var own = body.objectNode();
        own.setAll(body);
        var effectiveAt = own.remove(EFFECTIVE_AT);
        var lateEntryReason = own.remove(LATE_ENTRY_REASON);
        var binder = new BodyBinder();
        var command = binder.read(shape(name), own);
        var at = binder.moment(EFFECTIVE_AT, effectiveAt);
        var reason = binder.text(LATE_ENTRY_REASON, lateEntryReason);
        return new Given(name.type().cast(binder.sound(command)), at, reason);
    }

    /** A command as its body gives it. */
    public record Given(
            CaseCommand.ByPerson command,
            @Nullable Instant effectiveAt,
            @Nullable String lateEntryReason) {}
}
