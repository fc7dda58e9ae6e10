namespace ServerlessCompute;

/// <summary>The words and forms of what flows in and out of jobs.</summary>
internal static class DataTables
{
    public static ValueForm<InputMode> InputMode { get; } = ModeOf(stepAsRest: true);

    /// <summary>A mode that steps spell as YAML does.</summary>
    public static ValueForm<InputMode> InputModeAsInYaml { get; } = ModeOf(stepAsRest: false);

    public static ValueForm<OutputMode> OutputMode { get; } = new WordForm<OutputMode>(Spell, [("mount", ServerlessCompute.OutputMode.Values.ReadWriteMount)]);

    public static ValueForm<InputType> InputType { get; } = new WordForm<InputType>();

    public static ValueForm<OutputType> OutputType { get; } = new WordForm<OutputType>();

    public static ValueForm<Input> Input { get; } = new WireForm<Input>(new InputForm(), InputWire.Write, InputWire.Read);

    public static ValueForm<Output> Output { get; } = new WireForm<Output>(new OutputForm(), OutputWire.Write, OutputWire.Read);

    public static ValueForm<ValueMap<Input>> Inputs { get; } = new MapForm<Input>(Input);

    public static ValueForm<ValueMap<Output>> Outputs { get; } = new MapForm<Output>(Output);

    /// <summary>How trees spell a mode of REST.</summary>
    public static string Spell(string mode) => mode switch
    {
        ServerlessCompute.InputMode.Values.ReadOnlyMount => "ro_mount",
        ServerlessCompute.InputMode.Values.ReadWriteMount => "rw_mount",
        _ => MemberNames.Snake(mode),
    };

    private static WordForm<InputMode> ModeOf(bool stepAsRest) => new(
        Spell,
        [("mount", ServerlessCompute.InputMode.Values.ReadOnlyMount), ("rw_mount", ServerlessCompute.InputMode.Values.ReadWriteMount)],
        stepAsRest: stepAsRest);
}
