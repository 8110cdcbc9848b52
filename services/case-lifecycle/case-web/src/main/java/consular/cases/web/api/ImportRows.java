package consular.cases.web.api;

import consular.cases.application.CaseImports;
import consular.cases.domain.CommandName;
import consular.cases.domain.people.Actor;
import consular.cases.domain.people.OfficerId;
import consular.cases.domain.people.Petition;
import consular.cases.domain.people.Role;
import consular.cases.domain.people.Supervision;
import consular.cases.domain.privacy.ErasedText;
import consular.cases.web.imports.Cells;
import consular.cases.web.imports.RowFile;
import consular.cases.web.json.BodyBinder;
import consular.cases.web.json.Shape;
import consular.cases.web.json.Shapes;
import consular.cases.web.problem.ApiException;
import consular.cases.web.problem.Fault;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** The rows of an import: what surrounds a command, and its body as it is sent alone. */
public final class ImportRows {
    /** What each row has beside the body of its command. */
    public static final Shape.Members ENVELOPE = Shapes.of(Envelope.class);

    static final String BODY = "body";

    private static final String NUMBER = "caseNumber";
    private static final Pattern OWN_KEY = Pattern.compile("[!-~]{1,100}");
    private static final Pattern CASE_NUMBER = Pattern.compile("[A-Za-z0-9]{1," + Petition.LONGEST_NUMBER + "}");

    /** Nobody knows any more whom somebody supervised then. */
    private static final Supervision OF_ANYBODY = new Supervision(true, Set.of());

    private static final List<String> AROUND =
            ENVELOPE.members().stream().map(Shape.Member::name).toList();

    private ImportRows() {}

    /**
     * What surrounds the body of a command.
     *
     * @param officer who gave it then
     * @param role in which; if not said, the first that may
     * @param commissioned whether the officer held a consular commission; if not said, of a supervisor
     * @param key what tells the row apart from another that says the same
     */
    public record Envelope(
            String command,
            @Nullable String caseNumber,
            OfficerId officer,
            @Nullable Role role,
            @Nullable Boolean commissioned,
            @Nullable String key) {}

    /** The cells of a row, as the same would be in JSON. */
    static ObjectNode ofCells(ObjectNode cells) {
        var around = cells.objectNode();
        var own = cells.objectNode();
        cells.properties()
                .forEach(cell -> (AROUND.contains(cell.getKey()) ? around : own).set(cell.getKey(), cell.getValue()));
        var row = Cells.toMembers(ENVELOPE, around);
        var name = command(cells);
        row.set(BODY, name.isPresent() ? Cells.toMembers(CommandBodies.shape(name.get()), own) : own);
        return row;
    }

    /**
     * The command that a row gives.
     *
     * @param key what tells the row apart
     * @throws ApiException naming what is wrong
     */
    static CaseImports.Row bind(ObjectNode row, String key) {
        var binder = new BodyBinder();
        var read = binder.read(ENVELOPE, WhatIfBodies.without(row, BODY));
        if (!(row.get(BODY) instanceof ObjectNode)) {
            binder.note("/" + BODY, "must be an object");
        }
        var name = command(row).orElse(null);
        if (name == null) {
            binder.note("/command", "names no command that is imported");
        }
        if (read instanceof Envelope envelope) {
            check(envelope, name, binder);
        }
        var envelope = (Envelope) binder.sound(read);
        return bind(key, envelope, Objects.requireNonNull(name), (ObjectNode) row.get(BODY));
    }

    private static void check(Envelope envelope, @Nullable CommandName name, BodyBinder binder) {
        var key = envelope.key();
        if (key != null && !OWN_KEY.matcher(key).matches()) {
            binder.note("/key", "must be 1 to 100 visible ASCII characters");
        }
        if (envelope.officer().equals(OfficerId.SERVICE)) {
            binder.note("/officer", "is the name under which the service itself acts; name the officer who did");
        }
        var role = envelope.role();
        if (role != null && name != null && !name.isFor(role)) {
            binder.note("/role", "may not give this command");
        }
        var number = envelope.caseNumber();
        if (number == null && name != CommandName.RegisterCase) {
            binder.note("/" + NUMBER, "is missing");
        }
        if (number != null && !CASE_NUMBER.matcher(number).matches()) {
            binder.note("/" + NUMBER, "must be 1 to " + Petition.LONGEST_NUMBER + " letters or digits");
        }
    }

    private static CaseImports.Row bind(String key, Envelope envelope, CommandName name, ObjectNode body) {
        var own = body.deepCopy();
        var number = envelope.caseNumber();
        if (name == CommandName.RegisterCase && number != null && !own.has(NUMBER)) {
            own.put(NUMBER, number);
        }
        var given = bind(name, own);
        var effectiveAt = given.effectiveAt();
        if (effectiveAt == null) {
            throw ApiException.malformed(Fault.ofMember("/body/effectiveAt", "/body/effectiveAt is missing"));
        }
        var role = envelope.role() == null ? firstRole(name) : envelope.role();
        var commissioned = envelope.commissioned() == null ? role == Role.SUPERVISOR : envelope.commissioned();
        var reason = given.lateEntryReason();
        return new CaseImports.Row(
                key,
                name == CommandName.RegisterCase || number == null
                        ? own.path(NUMBER).stringValue("")
                        : number,
                given.command(),
                new Actor(envelope.officer(), role, commissioned, OF_ANYBODY),
                effectiveAt,
                reason == null ? ErasedText.IMPORTED : reason);
    }

    /** The faults of the body are told of their place in the row. */
    private static CommandBodies.Given bind(CommandName name, ObjectNode body) {
        try {
            return CommandBodies.bind(name, body);
        } catch (ApiException malformed) {
            throw ApiException.malformed(malformed.faults().stream()
                    .map(fault -> Fault.ofMember("/" + BODY + fault.pointer(), fault.detail()))
                    .toList());
        }
    }

    /** Of what a row is about, as far as that can be told before it is known to be sound. */
    static Optional<String> caseNumber(ObjectNode row) {
        return text(row, NUMBER)
                .or(() -> row.get(BODY) instanceof ObjectNode body ? text(body, NUMBER) : Optional.empty())
                .filter(CASE_NUMBER.asMatchPredicate());
    }

    /** The command by its name; what erases and holds personal data is not imported. */
    static Optional<CommandName> command(ObjectNode row) {
        return text(row, "command")
                .flatMap(text -> Arrays.stream(CommandName.values())
                        .filter(name -> name.name().equals(text))
                        .findFirst())
                .filter(name -> !name.isFor(Role.ADMIN));
    }

    private static Optional<String> text(ObjectNode owner, String member) {
        return owner.path(member) instanceof StringNode text ? Optional.of(text.stringValue()) : Optional.empty();
    }

    private static Role firstRole(CommandName name) {
        return Arrays.stream(Role.values()).filter(name::isFor).findFirst().orElseThrow();
    }

    /** How rows of a file become objects. */
    enum Format {
        JSON_LINES,
        CSV;

        RowFile open(InputStream file) {
            return switch (this) {
                case JSON_LINES -> RowFile.jsonLines(file);
                case CSV -> RowFile.csv(file);
            };
        }

        ObjectNode row(ObjectNode content) {
            return switch (this) {
                case JSON_LINES -> content;
                case CSV -> ofCells(content);
            };
        }
    }
}
