package consular.cases.web.api;

import consular.cases.domain.people.AtMost;
import consular.cases.domain.people.Petition;
import consular.cases.web.json.BodyBinder;
import consular.cases.web.json.Shape;
import consular.cases.web.json.Shapes;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The body of a batch: its items, and how it is to be worked through. */
public final class BatchBodies {
    public static final String ITEMS = "items";
    public static final String BODY = "body";

    /** What each item has beside the body of its command. */
    public static final Shape.Members ENVELOPE = Shapes.of(Envelope.class);

    /** What the batch has beside its items. */
    public static final Shape.Members MANNER = Shapes.of(Manner.class);

    private BatchBodies() {}

    /** What surrounds the body of a command: where a request of its own has its path and headers. */
    public record Envelope(
            @Nullable String caseId,
            @Nullable @AtMost(Petition.LONGEST_NUMBER) String caseNumber,
            String command,
            String idempotencyKey,
            @Nullable Long expectedVersion) {}

    /** Whether any failure ends what is done on its case. */
    public record Manner(@Nullable Boolean stopCaseOnFailure) {}

    /** A batch of which nothing is known yet of the items. */
    record Batch(List<JsonNode> items, boolean stopCaseOnFailure) {}

    /** Binds what holds for the batch as a whole. */
    static Batch bind(ObjectNode body, int mostItems) {
        var binder = new BodyBinder();
        var manner = binder.read(MANNER, WhatIfBodies.without(body, ITEMS));
        var items = body.path(ITEMS);
        if (!items.isArray() || items.size() > mostItems) {
            binder.note("/" + ITEMS, "must be an array of at most " + mostItems + " commands");
        }
        var stop = ((Manner) binder.sound(manner)).stopCaseOnFailure();
        return new Batch(items.valueStream().toList(), stop != null && stop);
    }
}
