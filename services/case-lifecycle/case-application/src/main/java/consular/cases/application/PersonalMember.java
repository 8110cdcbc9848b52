package consular.cases.application;

import java.util.List;

/**
 * A member of an event that is about somebody.
 *
 * @param path the names that lead to it, with {@code *} for every element of an array
 * @param about whom
 * @param isText whether the words that say that it was erased may stand in its place; otherwise it becomes null
 */
record PersonalMember(List<String> path, About about, boolean isText) {
    PersonalMember {
        path = List.copyOf(path);
    }

    /** Whom an event is about, where it says something. */
    enum About {
        /** The one applicant that the event names, or its refusal or advisory opinion is about. */
        THE_APPLICANT,
        /** The applicant of the list in whose element it stands. */
        EACH_APPLICANT,
        /** Nobody alone: what is said of the case, its counsel included. */
        THE_CASE,
        /** Who asked without applying. */
        THE_INQUIRER
    }

    static PersonalMember of(String path, About about, boolean isText) {
        return new PersonalMember(List.of(path.split("/")), about, isText);
    }
}
