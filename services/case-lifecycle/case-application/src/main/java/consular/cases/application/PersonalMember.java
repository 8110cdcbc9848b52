package consular.cases.application;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A member of an event that is about somebody.
 *
 * @param path the names that lead to it, with {@code *} for every element of an array
 * @param about whom
 * @param isText whether the words that say that it was erased may stand in its place; otherwise it becomes null
 * @param ours where the service itself wrote it, which says nothing of anybody; null if it never does
 */
record PersonalMember(
        List<String> path,
        About about,
        boolean isText,
        @Nullable Ours ours) {
    PersonalMember {
        path = List.copyOf(path);
    }

    /**
     * How to tell what the service wrote from what a person did, by a member beside it that only the service sets.
     *
     * @param name the member beside it
     * @param value what that one says then
     */
    record Ours(String name, String value) {}

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
        return new PersonalMember(List.of(path.split("/")), about, isText, null);
    }

    PersonalMember exceptWhere(String name, String value) {
        return new PersonalMember(path, about, isText, new Ours(name, value));
    }
}
