package consular.cases.web.api;

/** A line of the whole log, with all that is said about it. */
sealed interface LogItem permits HistoryItem, QuasiRefusalItem {}
