package consular.cases.application;

import consular.cases.application.PersonalMember.About;
import consular.cases.domain.privacy.ErasedText;
import consular.ledger.postgres.secrets.PlainEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A stored event as trees, with the spots where something personal stands. */
final class PersonalDocument {
    private static final String APPLICANT_ID = "applicantId";

    private final PlainEvent event;
    private final ObjectNode payload;
    private final ObjectNode metaData;
    private final List<Spot> spots = new ArrayList<>();

    PersonalDocument(PlainEvent event, ObjectNode payload, ObjectNode metaData) {
        this.event = event;
        this.payload = payload;
        this.metaData = metaData;
    }

    List<Spot> spots() {
        return spots;
    }

    /** Finds every spot of a member. What is null says nothing. */
    void find(PersonalMember member) {
        find(member, 0, payload, "", null);
    }

    private void find(PersonalMember member, int depth, ObjectNode at, String pointer, @Nullable ObjectNode element) {
        var name = member.path().get(depth);
        var next = pointer + '/' + name;
        var isLast = depth == member.path().size() - 1;
        switch (at.get(name)) {
            case null -> {}
            case ArrayNode items -> {
                for (var index = 0; index < items.size(); index++) {
                    var ofItem = next + '/' + index;
                    if (depth + 2 == member.path().size()) {
                        if (isStandIn(items.get(index))) {
                            continue;
                        }
                        spots.add(Spot.of(items, index, ofItem, person(member.about(), element), member.isText()));
                    } else {
                        var item = (ObjectNode) items.get(index);
                        find(member, depth + 2, item, ofItem, item);
                    }
                }
            }
            case ObjectNode inner -> find(member, depth + 1, inner, next, element);
            case JsonNode leaf
            when isLast && !leaf.isNull() && !isStandIn(leaf) && !isOurs(member, leaf, at) ->
                spots.add(Spot.of(at, name, next, person(member.about(), element), member.isText()));
            case JsonNode _ -> {}
        }
    }

    /** What stands in the place of words about the erased says nothing of anybody. */
    private static boolean isStandIn(JsonNode text) {
        return text.isString() && text.stringValue().equals(ErasedText.STAND_IN);
    }

    /** Read back, what was kept under a key before it was told apart still is. */
    private static boolean isOurs(PersonalMember member, JsonNode text, ObjectNode at) {
        var ours = member.ours();
        return ours != null
                && at.path(ours.name()).asString("").equals(ours.value())
                && !text.asString("").equals(CasePersonalData.ENCIPHERED);
    }

    /** Finds the reason for a late entry, which stands beside the event. */
    void findLateEntryReason() {
        if (isStandIn(metaData.path(Stamps.LATE_ENTRY_REASON))) {
            return;
        }
        var applicant = namedApplicant();
        var person = applicant != null
                ? Persons.applicant(event.streamId(), applicant)
                : QuasiRefusalStreams.isOne(event.streamId())
                        ? Persons.theInquirer(event.streamId())
                        : Persons.theCase(event.streamId());
        spots.add(Spot.of(metaData, Stamps.LATE_ENTRY_REASON, "", person, true));
    }

    private UUID person(About about, @Nullable ObjectNode element) {
        return switch (about) {
            case THE_CASE -> Persons.theCase(event.streamId());
            case THE_INQUIRER -> Persons.theInquirer(event.streamId());
            case EACH_APPLICANT ->
                Persons.applicant(event.streamId(), required(element == null ? null : element.get(APPLICANT_ID)));
            case THE_APPLICANT -> {
                var applicant = namedApplicant();
                if (applicant == null) {
                    throw new IllegalStateException("nobody says whom the words of " + event.type() + " are about");
                }
                yield Persons.applicant(event.streamId(), applicant);
            }
        };
    }

    private String required(@Nullable JsonNode applicantId) {
        if (applicantId == null) {
            throw new IllegalStateException("an element of " + event.type() + " names no applicant");
        }
        return applicantId.stringValue();
    }

    /** The event says it itself, or who recorded it has said it beside it. */
    private @Nullable String namedApplicant() {
        var named = payload.get(APPLICANT_ID);
        if (named != null && named.isString()) {
            return named.stringValue();
        }
        var noted = metaData.get(Stamps.APPLICANT);
        return noted == null ? null : noted.stringValue();
    }

    /** The event as it stands in the trees now. */
    PlainEvent closed(JsonMapper json) {
        return event.with(json.writeValueAsBytes(metaData), json.writeValueAsBytes(payload));
    }
}
