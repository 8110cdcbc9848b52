package consular.cases.domain.people;

/** What a person is to a case. {@link #SERVICE} is the service itself, when time passes. */
public enum Role {
    INTAKE,
    ADJUDICATOR,
    SUPERVISOR,
    DEPARTMENT,
    AUDITOR,
    DASHBOARD,
    ADMIN,
    SERVICE
}
