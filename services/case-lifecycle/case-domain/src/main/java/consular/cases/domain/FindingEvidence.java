package consular.cases.domain;

import consular.cases.domain.refusals.FindingId;

/** Whether evidence on a finding came within the year from its refusal, last day included. */
public record FindingEvidence(FindingId findingId, boolean timely) {}
