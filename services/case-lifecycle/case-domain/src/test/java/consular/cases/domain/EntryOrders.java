package consular.cases.domain;

import consular.cases.domain.CaseCommand.NotifyVisaAvailability;
import consular.cases.domain.CaseCommand.RecordFollowUpAnswer;
import consular.cases.domain.CaseCommand.RecordFollowUpPackage;
import consular.cases.domain.CaseCommand.RecordMissedInterview;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** In which orders the acts of a year may be entered. */
final class EntryOrders {
    private EntryOrders() {}

    /** Every one. */
    static Stream<List<CaseCommand>> orders(List<CaseCommand> commands) {
        return commands.size() < 2
                ? Stream.of(commands)
                : IntStream.range(0, commands.size()).boxed().flatMap(first -> {
                    var others = Stream.concat(
                                    commands.subList(0, first).stream(),
                                    commands.subList(first + 1, commands.size()).stream())
                            .toList();
                    return orders(others)
                            .map(order -> Stream.concat(Stream.of(commands.get(first)), order.stream())
                                    .toList());
                });
    }

    /** Whether none is turned down for what is on record by then, or is not yet. */
    static boolean isTaken(List<CaseCommand> order) {
        return IntStream.range(0, order.size()).allMatch(place -> {
            var before = order.subList(0, place);
            return switch (order.get(place)) {
                case RecordMissedInterview it ->
                    before.stream().anyMatch(NotifyVisaAvailability.class::isInstance)
                            && before.stream()
                                    .noneMatch(known -> (known instanceof NotifyVisaAvailability notice
                                                    && it.appointmentOn().isBefore(notice.transmittedOn()))
                                            || (known instanceof RecordFollowUpPackage sent
                                                    && it.appointmentOn().isBefore(sent.transmittedOn())));
                case RecordFollowUpPackage it ->
                    before.stream()
                            .anyMatch(known -> known instanceof NotifyVisaAvailability notice
                                    && !it.transmittedOn().isBefore(notice.transmittedOn()));
                case RecordFollowUpAnswer it ->
                    before.stream()
                            .anyMatch(known -> (known instanceof RecordFollowUpPackage sent
                                            && !it.answeredOn().isBefore(sent.transmittedOn()))
                                    || (known instanceof RecordMissedInterview missed
                                            && !it.answeredOn().isBefore(missed.appointmentOn())));
                default -> true;
            };
        });
    }
}
