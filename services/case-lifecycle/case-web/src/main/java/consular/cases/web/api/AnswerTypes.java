package consular.cases.web.api;

/** The records that answers are written from, for whoever describes them. */
public final class AnswerTypes {
    public static final Class<? extends Record> COMMAND_ANSWER = CommandAnswerBody.class;
    public static final Class<? extends Record> HISTORY_ITEM = HistoryItem.class;
    public static final Class<? extends Record> DEADLINE_ITEM = DeadlineItem.class;
    public static final Class<? extends Record> COMMAND_ITEM = CommandItem.class;
    public static final Class<? extends Record> LETTER_ITEM = LetterItem.class;
    public static final Class<? extends Record> POST_ITEM = PostItem.class;
    public static final Class<? extends Record> CLOUD_EVENT = CloudEvent.class;
    public static final Class<? extends Record> CLOCK = SimulationController.ClockBody.class;
    public static final Class<? extends Record> COMPARISON = AdminController.Comparison.class;
    public static final Class<? extends Record> RULE_ITEM = RuleItem.class;
    public static final Class<? extends Record> RULE_SET_ITEM = RuleSetItem.class;
    public static final Class<? extends Record> RULE_SET_COMPARISON = RuleSetComparison.class;
    public static final Class<? extends Record> EFFECT_ITEM = EffectItem.class;
    public static final Class<? extends Record> SCREENING = ScreeningAnswer.class;
    public static final Class<? extends Record> QUASI_REFUSAL_ANSWER = QuasiRefusalAnswerBody.class;
    public static final Class<? extends Record> WHAT_IF = WhatIfAnswer.class;
    public static final Class<? extends Record> ACCESS = AccessItem.class;
    public static final Class<? extends Record> IMPORT = ImportItem.class;
    public static final Class<? extends Record> IMPORT_LINE = ImportLine.class;

    private AnswerTypes() {}
}
