package consular.cases.web.api;

import consular.cases.domain.people.Role;

/** Whom an operation is open to, by role. Whether a case or rows are of one's own post is asked where they are found. */
enum Audience {
    /** Whoever has a role: reference data, and lists without personal data. */
    EVERY_ROLE,
    /** Whoever gives commands: each says itself which roles give it, since the record names the one in which it was given. */
    GIVERS,
    /** Whoever reads what a case says of people. */
    CASE_READERS,
    /** Whoever answers for how the law is applied. */
    ANSWERABLE,
    /** Whoever checks the record. */
    VERIFIERS,
    /** Whoever may know who read what. */
    AUDITORS,
    /** Whoever runs the service. */
    ADMINISTRATORS;

    boolean admits(Role role) {
        return switch (this) {
            case EVERY_ROLE, GIVERS -> true;
            case CASE_READERS -> readsCases(role);
            case ANSWERABLE -> role == Role.SUPERVISOR || role == Role.AUDITOR || role == Role.ADMIN;
            case VERIFIERS -> role == Role.AUDITOR || role == Role.ADMIN;
            case AUDITORS -> role == Role.AUDITOR;
            case ADMINISTRATORS -> role == Role.ADMIN;
        };
    }

    /** Everyone reads cases but the dashboards, which show no personal data. */
    private static boolean readsCases(Role role) {
        return switch (role) {
            case INTAKE, ADJUDICATOR, SUPERVISOR, DEPARTMENT, AUDITOR, ADMIN -> true;
            case DASHBOARD, SERVICE -> false;
        };
    }
}
