package consular.cases.domain;

import consular.cases.domain.refusals.ClassEntryState;

/** The entry in CLASS that a formal refusal on INA 212(a) makes. */
public record ClassEntryView(ClassEntryState state) {}
