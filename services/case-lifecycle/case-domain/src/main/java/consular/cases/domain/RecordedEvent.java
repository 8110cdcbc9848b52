package consular.cases.domain;

/** An event with its stamp: one line of the record. */
public record RecordedEvent(CaseEvent event, Stamp stamp) {}
