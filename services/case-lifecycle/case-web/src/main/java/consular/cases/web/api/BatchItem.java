package consular.cases.web.api;

import consular.cases.domain.CommandName;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.people.Petition;
import consular.cases.web.json.BodyBinder;
import consular.cases.web.problem.ApiException;
import consular.cases.web.problem.Fault;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** A command that is one of many in a request. Its members stand for the path and the headers that it would have alone. */
final class BatchItem implements CommandForm {
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9]{1," + Petition.LONGEST_NUMBER + "}");

    private final int place;
    private final JsonNode item;
    private final Map<String, CaseId> numbered;
    private final BatchBodies.@Nullable Envelope envelope;
    private final @Nullable ApiException fault;

    /**
     * Takes an item as it is; what is wrong with it is told when it is asked for.
     *
     * @param numbered the cases known by their numbers, in capitals; more may be added before it is this item's turn
     */
    BatchItem(int place, JsonNode item, Map<String, CaseId> numbered) {
        this.place = place;
        this.item = item;
        this.numbered = numbered;
        BatchBodies.Envelope read = null;
        ApiException wrong = null;
        try {
            read = read(item);
        } catch (ApiException malformed) {
            wrong = malformed;
        }
        this.envelope = read;
        this.fault = wrong;
    }

    private static BatchBodies.Envelope read(JsonNode item) {
        if (!(item instanceof ObjectNode members)) {
            throw ApiException.malformed(Fault.ofMember("", "the item must be an object"));
        }
        var binder = new BodyBinder();
        var read = binder.read(BatchBodies.ENVELOPE, WhatIfBodies.without(members, BatchBodies.BODY));
        if (!(item.get(BatchBodies.BODY) instanceof ObjectNode)) {
            binder.note("/" + BatchBodies.BODY, "must be an object");
        }
        if (read instanceof BatchBodies.Envelope envelope) {
            var ways = (envelope.caseId() == null ? 0 : 1) + (envelope.caseNumber() == null ? 0 : 1);
            if (envelope.command().equals(CommandName.RegisterCase.name())) {
                if (ways > 0) {
                    binder.note(envelope.caseId() == null ? "/caseNumber" : "/caseId", "is not for a registration");
                }
            } else if (ways != 1) {
                binder.note("/caseId", "or /caseNumber must name the case, and not both");
            }
            if (!CommandHeaders.isKey(envelope.idempotencyKey())) {
                binder.note("/idempotencyKey", CommandHeaders.KEY_FORM);
            }
        }
        return (BatchBodies.Envelope) binder.sound(read);
    }

    int place() {
        return place;
    }

    boolean isRegistration() {
        return text(item, "command")
                .filter(CommandName.RegisterCase.name()::equals)
                .isPresent();
    }

    /** The number of the case in capitals: the one that it is looked for by, or gets. Empty when the case has an id. */
    Optional<String> number() {
        return text(isRegistration() ? item.path(BatchBodies.BODY) : item, "caseNumber")
                .filter(NUMBER.asMatchPredicate())
                .map(number -> number.toUpperCase(Locale.ROOT));
    }

    /** Items with equal ones are about the same case. */
    Object turn() {
        return known().<Object>map(caseId -> caseId).or(this::number).orElse(place);
    }

    /**
     * What a problem with it is a problem of: the path that it would have alone, or else the item. Nobody learns from it which
     * case has a number.
     */
    String instance() {
        var own = BatchController.PATH + "#/" + BatchBodies.ITEMS + "/" + place;
        if (fault != null) {
            return own;
        }
        return isRegistration()
                ? CommandReception.CASES
                : text(item, "caseId")
                        .flatMap(CaseIds::parse)
                        .flatMap(caseId ->
                                CommandBodies.named(command()).map(name -> CommandReception.path(caseId, name.name())))
                        .orElse(own);
    }

    @Override
    public String command() {
        return text(item, "command").orElseThrow(this::malformed);
    }

    @Override
    public CaseId caseId() {
        if (text(item, "caseId").isEmpty() && text(item, "caseNumber").isEmpty()) {
            throw malformed();
        }
        return known().orElseThrow(() -> ApiException.notFound("there is no such case"));
    }

    private Optional<CaseId> known() {
        return text(item, "caseId")
                .flatMap(CaseIds::parse)
                .or(() -> number().flatMap(number -> Optional.ofNullable(numbered.get(number))));
    }

    /** Time goes on between the items of a batch, which nothing could be tried out on. */
    @Override
    public boolean dryRun() {
        return false;
    }

    @Override
    public ObjectNode body() {
        if (item.get(BatchBodies.BODY) instanceof ObjectNode body) {
            return body;
        }
        throw malformed();
    }

    @Override
    public @Nullable Long expectedVersion() {
        return envelope().expectedVersion();
    }

    @Override
    public Optional<String> key() {
        return Optional.of(envelope().idempotencyKey());
    }

    private BatchBodies.Envelope envelope() {
        if (envelope == null) {
            throw malformed();
        }
        return envelope;
    }

    private ApiException malformed() {
        if (fault == null) {
            throw new IllegalStateException("what is well-formed is not malformed");
        }
        return fault;
    }

    private static Optional<String> text(JsonNode owner, String member) {
        return owner.path(member) instanceof StringNode text ? Optional.of(text.stringValue()) : Optional.empty();
    }
}
