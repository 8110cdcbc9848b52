package consular.cases.web.api;

import consular.cases.domain.CaseCommand;
import consular.cases.domain.CommandName;
import consular.cases.web.json.BodyBinder;
import consular.cases.web.json.Shape;
import consular.cases.web.json.Shapes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The body of a question what would follow: commands with the times at which they would be given, and an end. */
public final class WhatIfBodies {
    /** How many commands one question may suppose. */
    public static final int MOST_COMMANDS = 50;

    public static final String COMMANDS = "commands";
    public static final String BODY = "body";

    /** What each command has beside its body. */
    public static final Shape.Members ENVELOPE = Shapes.of(Envelope.class);

    /** What the question has beside its commands. */
    public static final Shape.Members END = Shapes.of(End.class);

    private WhatIfBodies() {}

    /** What surrounds the body of a command. */
    public record Envelope(
            CommandName command,
            @Nullable Instant effectiveAt,
            @Nullable String lateEntryReason) {}

    /** Until when time goes by after the last command. */
    public record End(@Nullable Instant until) {}

    /** A question as its body asks it. */
    record Question(List<Given> commands, @Nullable Instant until) {}

    /** A command with its name. */
    record Given(Envelope envelope, CaseCommand.ByPerson command) {}

    /** The commands named in a body that may yet turn out to be malformed. */
    static Stream<CommandName> names(ObjectNode body) {
        return body.path(COMMANDS)
                .valueStream()
                .map(element -> element.path("command").asString(""))
                .flatMap(name -> CommandBodies.named(name).stream());
    }

    /** Binds a body; the tree is left as it is. */
    static Question bind(ObjectNode body) {
        var binder = new BodyBinder();
        var end = binder.read(END, without(body, COMMANDS));
        var given = commands(body.get(COMMANDS), binder);
        return new Question(given, ((End) binder.sound(end)).until());
    }

    private static List<Given> commands(@Nullable JsonNode commands, BodyBinder binder) {
        var given = new ArrayList<Given>();
        if (commands == null || commands.isNull()) {
            return given;
        }
        if (!commands.isArray() || commands.size() > MOST_COMMANDS) {
            binder.note("/" + COMMANDS, "must be an array of at most " + MOST_COMMANDS + " commands");
            return given;
        }
        for (var i = 0; i < commands.size(); i++) {
            var pointer = "/" + COMMANDS + "/" + i;
            if (commands.get(i) instanceof ObjectNode element) {
                command(element, pointer, binder, given);
            } else {
                binder.note(pointer, "must be an object");
            }
        }
        return given;
    }

    private static void command(ObjectNode element, String pointer, BodyBinder binder, List<Given> given) {
        if (!(binder.read(ENVELOPE, without(element, BODY), pointer) instanceof Envelope envelope)) {
            return;
        }
        var name = envelope.command();
        if (name == CommandName.RegisterCase) {
            binder.note(pointer + "/command", "must be a command on a registered case");
        } else if (element.get(BODY) == null) {
            binder.note(pointer + "/" + BODY, "is missing");
        } else {
            var command = binder.read(CommandBodies.shape(name), element.get(BODY), pointer + "/" + BODY);
            if (command != null) {
                given.add(new Given(envelope, name.type().cast(command)));
            }
        }
    }

    /** The object but for one member. */
    static ObjectNode without(ObjectNode node, String member) {
        var rest = node.objectNode();
        rest.setAll(node);
        rest.remove(member);
        return rest;
    }
}
