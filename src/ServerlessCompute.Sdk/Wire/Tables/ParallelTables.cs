namespace ServerlessCompute;

/// <summary>The tables of parallel work.</summary>
internal static class ParallelTables
{
    public static ValueForm<ParallelTask> Task { get; } = new Shape<ParallelTask>(new ParallelTask())
        .Add(MemberNames.NotRest("type"), new WordForm<ParallelTaskType>(), t => t.Type, (t, v) => t with { Type = v })
        .Add(MemberNames.NotRest("code"), SpecTables.Code, t => t.Code, (t, v) => t with { Code = v })
        .Add(MemberNames.NotRest("entry_script"), Forms.Text, t => t.EntryScript, (t, v) => t with { EntryScript = v })
        .Add(MemberNames.NotRest("program_arguments"), Forms.Text, t => t.ProgramArguments, (t, v) => t with { ProgramArguments = v })
        .Add(MemberNames.NotRest("model"), Forms.Text, t => t.Model, (t, v) => t with { Model = v })
        .Add(MemberNames.NotRest("append_row_to"), Forms.Text, t => t.AppendRowTo, (t, v) => t with { AppendRowTo = v })
        .Add(MemberNames.NotRest("environment"), SpecTables.Environment, t => t.Environment, (t, v) => t with { Environment = v }, required: true)
        .KeepUnknown();

    public static ValueForm<ParallelRetrySettings> Retry { get; } = new Shape<ParallelRetrySettings>(new ParallelRetrySettings())
        .Add(MemberNames.NotRest("max_retries"), Forms.Integer, r => r.MaxRetries, (r, v) => r with { MaxRetries = v })
        .Add(MemberNames.NotRest("timeout"), Forms.Seconds, r => r.Timeout, (r, v) => r with { Timeout = v })
        .KeepUnknown();

    public static ValueForm<ParallelLoggingLevel> LoggingLevel { get; } = new WordForm<ParallelLoggingLevel>(word => word, [("WARN", ParallelLoggingLevel.Values.Warning)]);

    public static ValueForm<ValueList<string>> PartitionKeys { get; } = new PartitionKeysForm();
}
