package consular.cases.application;

import consular.cases.domain.CaseEvent;
import consular.cases.domain.CaseEvent.AvailabilityRestored;
import consular.cases.domain.CaseEvent.InterviewMissed;
import consular.cases.domain.CaseEvent.RegistrationReinstated;
import consular.cases.domain.CaseEvent.RetrogressionRecorded;
import consular.cases.domain.CaseEvent.VisaAvailabilityNotified;
import consular.cases.domain.CaseEvent.VisaRefused;
import consular.cases.domain.quasirefusals.QuasiRefusalEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The names and revisions under which events are stored, and how an older revision becomes the next. A
 * class may move without a word in the log changing; a change of shape is a new revision, with an
 * upcaster here and a golden file of the old shape among the tests.
 */
final class CaseRevisions {
    private static final String FIRST = "1";

    private static final List<Upcast> CHAIN = List.of(
            new CaseRegisteredKeepsTheZone(),
            new VisaRefusedSaysWhomAFollowerAwaits(),
            new VisaRefusedNamesTheCause(),
            new VisaRefusedSaysWhenNoticeIsDue(),
            // a refusal as ineligible named no documents
            new MembersNotThereYet(VisaRefused.class, "4", "5", List.of("missingDocuments")),
            new TerminationWarningSaysWhichItIs(),
            new CaseTransferredKeepsTheAlarms(),
            new VisaAvailabilityNotifiedSaysWhatStops(),
            // no year ran on after a retrogression, and no reinstatement began a fee window anew
            new MembersNotThereYet(AvailabilityRestored.class, "1", "2", List.of("terminateFrom", "reinstateBy")),
            new MembersNotThereYet(RegistrationReinstated.class, "1", "2", List.of("feeWindowEnd")),
            // nor did it begin the limit for a decision anew
            new MembersNotThereYet(RegistrationReinstated.class, "2", "3", List.of("decisionDue")),
            // what was entered out of its turn said no more of the year to apply than what was entered in it
            new MembersNotThereYet(VisaAvailabilityNotified.class, "2", "3", List.of("year")),
            new MembersNotThereYet(RetrogressionRecorded.class, "1", "2", List.of("year")),
            new MembersNotThereYet(AvailabilityRestored.class, "2", "3", List.of("year")),
            new MembersNotThereYet(InterviewMissed.class, "1", "2", List.of("year")));

    private static final Map<String, Class<?>> TYPES =
            stored().collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));

    private static final Map<Class<?>, String> REVISIONS =
            stored().collect(Collectors.toUnmodifiableMap(Function.identity(), CaseRevisions::latest));

    private CaseRevisions() {}

    /** One step: from a revision of a type to the next. */
    interface Upcast {
        Class<? extends CaseEvent> type();

        String from();

        String to();

        ObjectNode upcast(ObjectNode payload);
    }

    static Stream<Class<? extends CaseEvent>> eventTypes() {
        return Arrays.stream(CaseEvent.class.getPermittedSubclasses())
                .flatMap(branch -> Arrays.stream(branch.getPermittedSubclasses()))
                .map(type -> type.asSubclass(CaseEvent.class));
    }

    static Stream<Class<? extends QuasiRefusalEvent>> quasiRefusalEventTypes() {
        return Arrays.stream(QuasiRefusalEvent.class.getPermittedSubclasses())
                .map(type -> type.asSubclass(QuasiRefusalEvent.class));
    }

    /** Whatever the log may hold; no two have the same plain name. */
    private static Stream<Class<?>> stored() {
        return Stream.concat(eventTypes(), quasiRefusalEventTypes());
    }

    /**
     * The class stored under a name.
     *
     * @throws IllegalArgumentException when no event has that name
     */
    static Class<?> typeNamed(String name) {
        var type = TYPES.get(name);
        if (type == null) {
            throw new IllegalArgumentException("the log has an event that this version does not know: " + name);
        }
        return type;
    }

    static boolean isEvent(String name) {
        return TYPES.containsKey(name);
    }

    /** Whether the log may hold events of a class. */
    static boolean isEvent(Class<?> type) {
        return REVISIONS.containsKey(type);
    }

    /** The revision in which a type is stored now. */
    static String revisionOf(Class<?> type) {
        return REVISIONS.getOrDefault(type, FIRST);
    }

    /** A payload of any revision as one of the present. */
    static JsonNode upToDate(Class<?> type, String revision, JsonNode payload) {
        var current = revision;
        var node = payload;
        for (var step : CHAIN) {
            if (step.type().equals(type) && step.from().equals(current)) {
                node = step.upcast((ObjectNode) node);
                current = step.to();
            }
        }
        return node;
    }

    /** The same chain for what Axon reads. */
    static List<SingleEventUpcaster> forAxon() {
        return CHAIN.stream().<SingleEventUpcaster>map(AxonStep::new).toList();
    }

    private static String latest(Class<?> type) {
        return CHAIN.stream()
                .filter(step -> step.type().equals(type))
                .reduce((earlier, later) -> later)
                .map(Upcast::to)
                .orElse(FIRST);
    }

    private static final class AxonStep extends SingleEventUpcaster {
        private final Upcast step;

        AxonStep(Upcast step) {
            this.step = step;
        }

        @Override
        protected boolean canUpcast(IntermediateEventRepresentation event) {
            return event.getType().getName().equals(step.type().getSimpleName())
                    && step.from().equals(event.getType().getRevision());
        }

        @Override
        protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
            return event.upcastPayload(
                    new SimpleSerializedType(step.type().getSimpleName(), step.to()),
                    JsonNode.class,
                    payload -> step.upcast((ObjectNode) payload));
        }
    }
}
