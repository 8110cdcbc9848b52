package consular.cases.domain.people;

/** An applicant's place in the family that a case covers. */
public enum FamilyRole {
    PRINCIPAL,
    SPOUSE,
    CHILD
}
