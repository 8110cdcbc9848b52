package consular.cases.domain;

import consular.cases.domain.refusals.NoticeState;
import java.time.LocalDate;

/** The notice of a refusal; it is due on the day of the refusal. */
public record NoticeView(NoticeState state, LocalDate dueOn) {}
