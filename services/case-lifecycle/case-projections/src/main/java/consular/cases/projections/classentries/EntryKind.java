package consular.cases.projections.classentries;

/** How an entry in CLASS binds whoever finds it. */
public enum EntryKind {
    /** It rests on a formal refusal under INA 212(a), which no other entry does. */
    HARD
}
